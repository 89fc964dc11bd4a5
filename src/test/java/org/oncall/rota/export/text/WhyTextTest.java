package org.oncall.rota.export.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.oncall.rota.audit.Audit;
import org.oncall.rota.audit.Why;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.intake.Intake;
import org.oncall.rota.intake.RotaIntake;
import org.oncall.rota.support.Draft;

class WhyTextTest {
    private static final Path GOLDEN = Path.of("src/test/resources/answers/why-christmas.txt");

    /** December of a real-shaped team, by hand, with nobody to back up Faisal at Christmas. */
    private static Rota december() throws IOException {
        RotaProblem problem = ((Intake.Accepted)
                        new RotaIntake(Clock.systemUTC()).read(Files.readAllBytes(Path.of("data/teams/platform.json"))))
                .problem();
        return Draft.of(problem)
                .put("amara", "primary", "2026-12-01", 7)
                .put("ben", "secondary", "2026-12-01", 7)
                .put("chloe", "primary", "2026-12-08", 7)
                .put("devansh", "secondary", "2026-12-08", 7)
                .put("amara", "primary", "2026-12-15", 7)
                .put("ben", "secondary", "2026-12-15", 7)
                .put("chloe", "primary", "2026-12-22", 2)
                .put("devansh", "secondary", "2026-12-22", 2)
                .put("faisal", "primary", "2026-12-24", 2)
                .put("ewa", "primary", "2026-12-26", 2)
                .put("amara", "secondary", "2026-12-31", 2)
                .rota();
    }

    @Test
    void of_christmas_isAsPublished() throws IOException {
        Rota rota = december();
        String text = WhyText.of(
                "on-call.primary.2026-12-25",
                Why.of(rota, "on-call.primary.2026-12-25").orElseThrow(),
                rota.problem().team().zone());

        assertThat(Audit.of(rota).isLegal()).isTrue();
        if (Boolean.getBoolean("golden.refresh")) {
            Files.writeString(GOLDEN, text);
        }
        assertThat(text).isEqualTo(Files.readString(GOLDEN));
    }
}
