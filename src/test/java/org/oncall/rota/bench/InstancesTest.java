package org.oncall.rota.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.oncall.rota.bench.Instances.Instance;
import org.oncall.rota.domain.RotaProblem;

/** The benchmark's requests are what the generator makes, and as large as their names say. */
class InstancesTest {
    private static List<Instance> instances() {
        return Instances.all();
    }

    private static Path file(Instance instance) {
        return Path.of("data/bench", instance.name() + ".json");
    }

    @ParameterizedTest
    @MethodSource("instances")
    void file_isWhatTheGeneratorMakes(Instance instance) throws IOException {
        assertThat(Files.readString(file(instance)))
                .as("%s; ./rota bench instances writes it anew", instance.name())
                .isEqualTo(instance.json());
    }

    @ParameterizedTest
    @MethodSource("instances")
    void file_isAsLargeAsItsNameSays(Instance instance) {
        RotaProblem problem = Bench.problem(file(instance));

        assertThat(problem.team().members()).hasSize(instance.members());
        assertThat(problem.from().plusWeeks(instance.weeks())).isEqualTo(problem.to());
        assertThat(problem.schedules().stream()
                        .mapToInt(schedule -> schedule.rotation().tiers().size())
                        .sum())
                .isEqualTo(instance.tiers());
    }

    @Test
    void all_namesAreDifferent() {
        assertThat(Instances.all().stream().map(Instance::name)).doesNotHaveDuplicates();
    }
}
