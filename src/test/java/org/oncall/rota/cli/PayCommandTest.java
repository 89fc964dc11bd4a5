package org.oncall.rota.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated
class PayCommandTest {
    /** Christmas 2027, which falls on a weekend: the 27th and the 28th are bank holidays. */
    private static final String ANSWER = """
            {"request": {"team": {"name": "Platform", "members": [
                            {"id": "ana", "name": "Ana"}, {"id": "bo", "name": "Bo"}, {"id": "cy", "name": "Cy"}]},
                         "from": "2027-12-21", "to": "2028-01-04", "now": "2027-10-01"},
             "shifts": [
               {"rotation": "on-call", "tier": "primary", "member": "ana",
                "from": "2027-12-21T12:00:00Z", "to": "2027-12-28T12:00:00Z"},
               {"rotation": "on-call", "tier": "secondary", "member": "bo",
                "from": "2027-12-21T12:00:00Z", "to": "2027-12-22T12:00:00Z"}]}
            """;

    private static final String RULES = """
            {"currency": "GBP", "night": "23:00-07:00",
             "oneOff": [{"name": "Christmas Day", "dates": ["2027-12-25"], "perHour": "5.00"}],
             "weekly": [{"name": "Second line", "tiers": ["secondary"], "perDay": "11.11"},
                        {"name": "Weekend", "days": ["WEEKEND"], "perHour": "1.50"}],
             "base": "1.00"}
            """;

    private static final String PAID = """
            member,name,kind,rule,unit,minutes,hours,count,amount,currency\r
            ana,Ana,WORKING_DAY,base,HOURS,3540,59,0,59.00,GBP\r
            ana,Ana,WEEKEND,Christmas Day,HOURS,1440,24,0,120.00,GBP\r
            ana,Ana,WEEKEND,Weekend,HOURS,1440,24,0,36.00,GBP\r
            ana,Ana,BANK_HOLIDAY,base,HOURS,2160,36,0,72.00,GBP\r
            ana,Ana,NIGHT,base,HOURS,1500,25,0,25.00,GBP\r
            bo,Bo,WORKING_DAY,Second line,DAYS,960,16,1,11.11,GBP\r
            bo,Bo,NIGHT,Second line,DAYS,480,8,0,0.00,GBP\r
            """;

    @TempDir
    private Path folder;

    private Path answer;

    @BeforeEach
    void write() throws IOException {
        answer = Files.writeString(folder.resolve("answer.json"), ANSWER);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void pay_aRotaOverChristmas_isThisTable() throws IOException {
        Path csv = folder.resolve("pay.csv");
        Path json = folder.resolve("pay.json");
        Ran ran = Ran.run("pay", answer, "--rules", file("rules.json", RULES), "--csv", csv, "--json", json);

        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
        assertThat(Files.readString(csv)).isEqualTo(PAID);
        assertThat(ran.out()).contains("Ana: 168 h, GBP 312.00", "Cy: 0 h, GBP 0.00", "Total: GBP 323.11");
        assertThat(Files.readString(json)).contains("\"total\" : \"323.11\"", "\"time\" : \"PT168H\"");
    }

    @Test
    void pay_badRules_areAllNamedAtOnce() throws IOException {
        Ran ran = Ran.run("pay", answer, "--rules", file("rules.json", """
                {"currency": " ", "night": "25:00-07:00", "holidayTimes": "-1",
                 "oneOff": [{"name": "A", "dates": ["2027-12-25"], "perHour": "5"},
                            {"name": "B", "dates": ["2027-12-24"], "hours": ["22:00-06:00"], "perDay": "5"},
                            {"name": "C", "dates": ["2027-02-30"], "perDay": "5"}],
                 "weekly": [{"name": "A", "days": ["SUNDY"], "perHour": "1,50"},
                            {"name": "D", "dates": ["2027-12-25"], "perHour": "1", "perDay": "2"},
                            {"perHour": 1.5},
                            {"name": "E", "blocks": {"first": "PT8H", "firstPay": "1", "then": "PT0S"}}],
                 "basic": "1"}
                """));

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()
                        .lines()
                        .filter(line -> !line.startsWith("  "))
                        .map(line -> line.substring(line.indexOf('#') + 1)))
                .containsExactlyInAnyOrder(
                        "/basic unknown-field",
                        "/currency bad-text",
                        "/night bad-window",
                        "/holidayTimes bad-amount",
                        "/oneOff/2/dates/0 bad-date",
                        "/weekly/0/name duplicate-id",
                        "/weekly/0/days/0 unknown-day",
                        "/weekly/0/perHour bad-amount",
                        "/weekly/1/dates bad-pay-rule",
                        "/weekly/1 bad-pay-rule",
                        "/weekly/2/perHour wrong-type",
                        "/weekly/2/name missing",
                        "/weekly/3/blocks/then out-of-range",
                        "/weekly/3/blocks/thenPay missing",
                        "/weekly/3/blocks/most missing",
                        "/oneOff/1 overlapping-rules");
        assertThat(ran.err()).contains("Maybe SUNDAY?");
    }

    @Test
    void pay_aTierThatIsNotThere_isRefused() throws IOException {
        Ran ran = Ran.run("pay", answer, "--rules", file("rules.json", """
                {"currency": "GBP", "weekly": [{"name": "A", "tiers": ["primry"], "perHour": "1"}]}
                """));

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("rules.json#/weekly/0/tiers/0 unknown-tier", "Maybe primary?");
    }

    @Test
    void pay_noRules_isRefused() throws IOException {
        Ran ran = Ran.run("pay", answer, "--rules", file("rules.json", "{\"currency\": \"GBP\"}"));

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("rules.json# too-few");
    }

    @Test
    void pay_aRotaByTheHour_isRefused_ratherThanPaidWrongly() throws IOException {
        Path odd = file("odd.json", ANSWER.replace("2027-12-28T12:00:00Z", "2027-12-28T02:00:00Z"));
        Ran ran = Ran.run("pay", odd, "--rules", file("rules.json", RULES));

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("odd.json#/shifts hours-cut", "handover time");
    }

    @Test
    void pay_brokenFiles_areRefused() throws IOException {
        Path rules = file("rules.json", "{\"currency\": \"GBP\", \"currency\": \"EUR\"}");

        assertThat(Ran.run("pay", answer, "--rules", rules).err()).contains("rules.json# malformed-json");
        assertThat(Ran.run("pay", rules, "--rules", answer).code()).isEqualTo(2);
        assertThat(Ran.run("pay", file("cut.json", ANSWER.substring(0, 200)), "--rules", file("r.json", RULES))
                        .err())
                .contains("cut.json# malformed-json");
        assertThat(Ran.run("pay", answer, "--rules", folder.resolve("none.json"))
                        .err())
                .contains("none.json) cannot be read");
    }

    @Test
    void toil_aLog_becomesClaimsAndRest() throws IOException {
        Path csv = folder.resolve("toil.csv");
        Ran ran = Ran.run("toil", answer, "--alerts", file("alerts.csv", """
                        member,at,woken,until,alert
                        Ana,2027-12-23T02:00:00Z,yes,2027-12-23T03:30:00Z,disk full
                        bo,2027-12-21T20:00:00Z,no,,
                        """), "--csv", csv);

        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("Ana: 0.75 days (5.25 h) of time off, 4.5 h of rest owed");
        assertThat(Files.readString(csv))
                .startsWith("member,name,what,at,alerts,woken,days,minutes,hours,sentence\r\n"
                        + "ana,Ana,CLAIM,2027-12-23T02:00:00Z,1,yes,0.75,315,5.25,\"Ana was alerted at 02:00")
                .contains("ana,Ana,REST,2027-12-23T03:30:00Z,,,,270,4.5,\"Ana had 6 h 30 min of rest after 03:30")
                .contains("bo,Bo,CLAIM,2027-12-21T20:00:00Z,1,no,0.25,105,1.75,");
    }

    @Test
    void toil_anotherPolicy_isTaken() throws IOException {
        Ran ran = Ran.run(
                "toil",
                answer,
                "--alerts",
                file("alerts.csv", "member,at\nana,2027-12-23T09:30:00Z\n"),
                "--policy",
                file("policy.json", "{\"awake\": \"0.3\", \"day\": \"PT8H\", \"officeHours\": [\"10:30-18:30\"]}"));

        assertThat(ran.out()).contains("Ana: 0.3 days (2.4 h)");
    }

    @Test
    void toil_badLines_areAllNamedAtOnce() throws IOException {
        Ran ran = Ran.run("toil", answer, "--alerts", file("alerts.csv", """
                member,at,woken,until
                Anna,2027-12-23T02:00:00Z,yes,
                ana,2027-12-23 02:00,no,
                ana,2027-12-23T02:00:00Z,maybe,
                ana,2027-12-23T02:00:00Z,no,2027-12-23T01:00:00Z
                ana,2027-12-23T02:00:00Z,no,2027-12-29T01:00:00Z
                ana,2007-12-23T02:00:00Z,no,
                ana,2027-12-23T02:00:00Z
                """));

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()
                        .lines()
                        .filter(line -> !line.startsWith("  "))
                        .map(line -> line.substring(line.lastIndexOf(':') + 1)))
                .containsExactlyInAnyOrder(
                        "2 unknown-member",
                        "3 bad-instant",
                        "4 wrong-type",
                        "5 wrong-order",
                        "6 out-of-range",
                        "7 out-of-range",
                        "8 wrong-fields");
    }

    @Test
    void toil_filesThatAreNoTable_areRefused() throws IOException {
        Path utf16 = Files.write(folder.resolve("utf16.csv"), "member,at\n".getBytes(StandardCharsets.UTF_16));

        assertThat(Ran.run("toil", answer, "--alerts", utf16).err()).contains("utf16.csv:1 malformed-csv");
        assertThat(Ran.run("toil", answer, "--alerts", file("empty.csv", "")).err())
                .contains("empty.csv:1 missing");
        assertThat(Ran.run("toil", answer, "--alerts", file("other.csv", "who,at\n"))
                        .err())
                .contains("other.csv:1 unknown-field", "other.csv:1 missing");
    }
}
