package org.oncall.rota.export.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.support.ProblemBuilder.problem;
import static org.oncall.rota.support.RotationBuilder.rotation;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.export.opsgenie.OpsgenieJson;
import org.oncall.rota.export.pagerduty.PagerDutyJson;
import org.oncall.rota.export.terraform.GrafanaTerraform;
import org.oncall.rota.export.terraform.PagerDutyTerraform;
import org.oncall.rota.support.Draft;
import org.oncall.rota.support.Golden;

/** Over the change to summer time, with a gap from 1 to 2 April 2027. */
class ExchangeGoldenTest {
    private static final Rota ROTA = Draft.of(problem("Ana", "Bo")
                    .period("2027-03-23", "2027-04-06")
                    .rotation(rotation("on-call").tiers("primary")))
            .put("Ana", "primary", "2027-03-23", 9)
            .put("Bo", "primary", "2027-04-02", 4)
            .rota();

    private static List<TierPlan> plans() {
        return TierPlan.of(ROTA, member -> "P" + member, "PBOSS");
    }

    @Test
    void pagerDutyV3_isTheGoldenFile() {
        Golden.check("pagerduty-v3.json", ExchangeJson.text(PagerDutyJson.v3(plans())));
    }

    @Test
    void pagerDutyV2_isTheGoldenFile() {
        Golden.check("pagerduty-v2.json", ExchangeJson.text(PagerDutyJson.v2(plans())));
    }

    @Test
    void opsgenie_isTheGoldenFile() {
        Golden.check("opsgenie.json", ExchangeJson.text(OpsgenieJson.of(plans())));
    }

    @Test
    void pagerDutyTerraform_isTheGoldenFile() {
        Golden.check("pagerduty.tf", PagerDutyTerraform.of(plans()));
    }

    @Test
    void grafanaTerraform_isTheGoldenFile() {
        Golden.check("grafana.tf", GrafanaTerraform.of(plans()));
    }

    @Test
    void terraform_wordsOfTheLanguageInNames_areText() {
        TierPlan plan = plans().getFirst();
        TierPlan odd = new TierPlan(
                plan.rotation(), plan.tier(), "a \"b\" ${c} %{d} \\ e", plan.zone(), plan.period(), List.of(), "f");

        assertThat(PagerDutyTerraform.of(List.of(odd))).contains("= \"a \\\"b\\\" $${c} %%{d} \\\\ e\"\n");
        assertThat(GrafanaTerraform.of(List.of(odd))).contains("= \"a \\\"b\\\" $${c} %%{d} \\\\ e\"\n");
    }

    @Test
    void fallback_notNamed_isTheFirstMemberWhoHoldsAnything() {
        assertThat(TierPlan.of(ROTA, member -> "P" + member, null))
                .extracting(TierPlan::fallback)
                .containsExactly("Pana");
        assertThat(TierPlan.of(Rota.empty(ROTA.problem()), member -> member, null))
                .extracting(TierPlan::fallback)
                .containsOnlyNulls();
    }
}
