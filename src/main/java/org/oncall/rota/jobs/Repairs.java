package org.oncall.rota.jobs;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.intake.Intake;
import org.oncall.rota.repair.Menu;
import org.oncall.rota.repair.Repairer;

/**
 * Looks for menus, one after the other, each on the one thread there is for that. Menus are kept for a while, in memory only:
 * whoever asks after a restart asks again, as nothing was changed by asking.
 */
public final class Repairs implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Repairs.class);
    private static final int LONGEST_CLOSE_SECONDS = 10;

    private final JobLimits limits;
    private final Clock clock;
    private final ExecutorService thread;
    private final Object lock = new Object();
    private final Map<UUID, Repair> repairs = new HashMap<>();

    public Repairs(JobLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
        this.thread = Executors.newSingleThreadExecutor(task -> {
            Thread worker = new Thread(task, "rota-repairer");
            worker.setDaemon(true);
            worker.setContextClassLoader(Repairs.class.getClassLoader());
            return worker;
        });
    }

    /** How far a menu has come. */
    public enum Status {
        QUEUED,
        SOLVING,
        /** Nothing more is looked for. */
        SOLVED,
        FAILED
    }

    /**
     * What a menu is asked for.
     *
     * @param rota the revision that is published
     * @param basis the revisions of which something was in force in its period then
     */
    public record Order(UUID rota, Intake.Accepted accepted, List<UUID> basis) {
        public Order {
            basis = List.copyOf(basis);
        }
    }

    /**
     * A menu as it stands at one moment.
     *
     * @param menu null before there is any rota, and where it failed before
     */
    public record Standing(
            UUID id, Order order, Status status, @Nullable Menu menu) {}

    private static final class Repair {
        private final Order order;
        private final Repairer repairer;
        private Status status = Status.QUEUED;
        private @Nullable Menu menu;
        private @Nullable Instant endedAt;

        private Repair(Order order) {
            this.order = order;
            this.repairer = new Repairer(order.accepted.problem(), order.accepted.settings());
        }

        private boolean isOver() {
            return endedAt != null;
        }
    }

    /** Takes in a problem, which must have a published rota; empty where as many wait as the service takes. */
    public Optional<UUID> submit(Order order) {
        UUID id = UUID.randomUUID();
        Repair repair = new Repair(order);
        synchronized (lock) {
            forgetOld();
            long open = repairs.values().stream().filter(each -> !each.isOver()).count();
            if (thread.isShutdown() || open > limits.queue()) {
                return Optional.empty();
            }
            repairs.put(id, repair);
        }
        thread.execute(() -> run(id, repair));
        return Optional.of(id);
    }

    /** The menu as it stands; empty if there is none of this id, or no longer. */
    public Optional<Standing> find(UUID id) {
        synchronized (lock) {
            forgetOld();
            return Optional.ofNullable(repairs.get(id))
                    .map(repair -> new Standing(id, repair.order, repair.status, repair.menu));
        }
    }

    /** Looks for no more soon, and keeps what was found. */
    public void stop(UUID id) {
        Repair repair;
        synchronized (lock) {
            repair = repairs.get(id);
        }
        if (repair != null) {
            repair.repairer.stop();
        }
    }

    private void run(UUID id, Repair repair) {
        synchronized (lock) {
            repair.status = Status.SOLVING;
        }
        Status end = Status.SOLVED;
        try {
            repair.repairer.solve(menu -> {
                synchronized (lock) {
                    repair.menu = menu;
                }
            });
        } catch (RuntimeException | Error failure) {
            // One menu must not take the others with it, whatever is wrong with it.
            LOG.errorf(failure, "The menu (%s) failed.", id);
            end = Status.FAILED;
        }
        synchronized (lock) {
            repair.status = end;
            repair.endedAt = clock.instant();
        }
    }

    private void forgetOld() {
        Instant oldest = clock.instant().minus(limits.keep());
        repairs.values().removeIf(repair -> repair.endedAt != null && repair.endedAt.isBefore(oldest));
        while (repairs.size() > limits.most() + limits.queue()) {
            Optional<UUID> first = repairs.entrySet().stream()
                    .filter(entry -> entry.getValue().isOver())
                    .min(Comparator.comparing(entry -> String.valueOf(entry.getValue().endedAt)))
                    .map(Map.Entry::getKey);
            if (first.isEmpty()) {
                return;
            }
            repairs.remove(first.get());
        }
    }

    /** Stops everything, and waits for it for some seconds. */
    @Override
    public void close() {
        thread.shutdown();
        synchronized (lock) {
            repairs.values().forEach(repair -> repair.repairer.stop());
        }
        try {
            if (!thread.awaitTermination(LONGEST_CLOSE_SECONDS, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
