package org.oncall.rota.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A format that a rota can be had in. Published: a name is only ever added. */
public enum ExportFormat {
    /** A calendar for people. */
    ICAL("text/calendar;charset=UTF-8"),
    /** A calendar for Grafana OnCall's import. */
    GRAFANA_ICAL("text/calendar;charset=UTF-8"),
    /** One row a shift. */
    CSV("text/csv;charset=UTF-8"),
    /** One row a week, one column a tier. */
    CSV_WEEKS("text/csv;charset=UTF-8"),
    /** One row a member. */
    MEMBERS("text/csv;charset=UTF-8"),
    /** Bodies of PagerDuty's API, version 3. */
    PAGERDUTY_V3("application/json"),
    /** Bodies of PagerDuty's API, version 2. */
    PAGERDUTY_V2("application/json"),
    /** Bodies of Opsgenie's API. */
    OPSGENIE("application/json"),
    /** Terraform for Grafana OnCall. */
    GRAFANA_TERRAFORM("text/plain;charset=UTF-8"),
    /** Terraform for PagerDuty. */
    PAGERDUTY_TERRAFORM("text/plain;charset=UTF-8");

    private final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** As it is written on the command line and in addresses, such as {@code csv-weeks}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String mediaType() {
        return mediaType;
    }

    /** The format of that code. */
    public static Optional<ExportFormat> of(String code) {
        return Arrays.stream(values())
                .filter(format -> format.code().equals(code))
                .findFirst();
    }

    /** All codes. */
    public static List<String> codes() {
        return Arrays.stream(values()).map(ExportFormat::code).toList();
    }
}
