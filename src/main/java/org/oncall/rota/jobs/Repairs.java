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
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.intake.Intake;
import org.oncall.rota.repair.Menu;
import org.oncall.rota.repair.Repairer;

/**
 * Looks for menus, one after the other, each on the one thread there is for that. Here they are kept in memory for a while;
 * whoever gives an order is told of its end before anybody else, to keep it for longer.
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
        private final Consumer<Standing> ended;
        private final Repairer repairer;
        private Status status = Status.QUEUED;
        private @Nullable Menu menu;
        private @Nullable Instant endedAt;

        private Repair(Order order, Consumer<Standing> ended) {
            this.order = order;
            this.ended = ended;
            this.repairer = new Repairer(order.accepted.problem(), order.accepted.settings());
        }

        private boolean isOver() {
            return endedAt != null;
        }
    }

    /**
     * Whether no more can be taken in for now. Whoever asks first, and takes in what is not refused, may go beyond the limit by
     * as many as ask at once.
     */
    public boolean isFull() {
        synchronized (lock) {
            forgetOld();
            long open = repairs.values().stream().filter(each -> !each.isOver()).count();
            return thread.isShutdown() || open > limits.queue();
        }
    }

    /**
     * Takes in a problem, which must have a published rota.
     *
     * @param ended is told of the end, on the thread that looks for menus, unless it was ended by the service's own end
     */
    public void submit(UUID id, Order order, Consumer<Standing> ended) {
        Repair repair = new Repair(order, ended);
        synchronized (lock) {
            if (thread.isShutdown()) {
                return;
            }
            repairs.put(id, repair);
        }
        thread.execute(() -> run(id, repair));
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
        boolean isCut;
        Standing standing;
        synchronized (lock) {
            isCut = thread.isShutdown();
            standing = new Standing(id, repair.order, end, repair.menu);
        }
        try {
            if (!isCut) {
                repair.ended.accept(standing);
            }
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "The menu (%s) could not be kept, and is known to this process alone.", id);
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
