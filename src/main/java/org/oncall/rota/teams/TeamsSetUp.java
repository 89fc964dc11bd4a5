package org.oncall.rota.teams;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.oncall.rota.intake.RotaIntake;
import org.oncall.rota.jobs.Repairs;
import org.oncall.rota.jobs.RotaJobs;
import org.oncall.rota.push.PagerDutyPush;
import org.oncall.rota.store.Store;

/** Builds what looks after teams. */
@Singleton
class TeamsSetUp {
    @Produces
    @Singleton
    TeamDesk teams(Store store, RotaIntake intake, Clock clock) {
        return new TeamDesk(store, intake, clock);
    }

    @Produces
    @Singleton
    LeaveDesk leave(Store store, RotaIntake intake, TeamDesk teams, Clock clock) {
        return new LeaveDesk(store, intake, teams, clock);
    }

    @Produces
    @Singleton
    RotaDesk rotas(Store store, RotaIntake intake, RotaJobs jobs, TeamDesk teams, Clock clock) {
        return new RotaDesk(store, intake, jobs, teams, clock);
    }

    @Produces
    @Singleton
    RepairDesk repairs(
            Store store,
            RotaIntake intake,
            Repairs repairs,
            TeamDesk teams,
            RotaDesk rotas,
            @ConfigProperty(name = "rota.menus.keep", defaultValue = "P7D") Duration keep,
            @ConfigProperty(name = "rota.menus.most", defaultValue = "100") int most) {
        return new RepairDesk(store, intake, repairs, teams, rotas, new MenuLimits(keep, most));
    }

    void start(@Observes StartupEvent event, RepairDesk repairs) {
        repairs.resume();
    }

    @Produces
    @Singleton
    SwapDesk swaps(Store store, RotaIntake intake, RotaDesk rotas) {
        return new SwapDesk(store, intake, rotas);
    }

    @Produces
    @Singleton
    FeedDesk feeds(Store store, RotaIntake intake, TeamDesk teams, Clock clock) {
        return new FeedDesk(store, intake, teams, clock);
    }

    /** What is set is looked up at each push: PAGERDUTY_TOKEN and PAGERDUTY_BASE in the environment. */
    @Produces
    @Singleton
    PushDesk pushes(Store store, RotaIntake intake, RotaDesk rotas, Clock clock, Config config) {
        return new PushDesk(
                store,
                intake,
                rotas,
                clock,
                () -> new PushDesk.Settings(
                        config.getOptionalValue("pagerduty.base", URI.class).orElse(PagerDutyPush.DEFAULT_BASE),
                        config.getOptionalValue("pagerduty.token", String.class)
                                .orElse("")
                                .strip()));
    }

    @Produces
    @Singleton
    AnswerBook answers(Store store, Clock clock) {
        return new AnswerBook(store, clock);
    }

    @Produces
    @Singleton
    OnCall onCall(Store store, TeamDesk teams, Clock clock) {
        return new OnCall(store, teams, clock);
    }
}
