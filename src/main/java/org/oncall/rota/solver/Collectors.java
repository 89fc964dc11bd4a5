package org.oncall.rota.solver;

import ai.timefold.solver.core.api.score.stream.uni.UniConstraintCollector;
import ai.timefold.solver.core.api.score.stream.uni.UniConstraintCollectorAccumulator;
import ai.timefold.solver.core.api.score.stream.uni.UniConstraintCollectorValueHandle;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.rules.MemberTimeline;
import org.oncall.rota.rules.RotationBoard;
import org.oncall.rota.rules.RuleFacts;
import org.oncall.rota.rules.TierLine;

/**
 * Collect slots into the views that rules look at. A view is changed in place and handed on as it is, so a change costs
 * as much as it changes; there is one instance of each collector, so that all rules of a kind share its work.
 */
final class Collectors {
    static final UniConstraintCollector<SlotEntity, View<MemberTimeline>, MemberTimeline> TIMELINE =
            collector(slot -> Objects.requireNonNull(slot.getPerson()).emptyTimeline(), TimelineHandle::new);

    static final UniConstraintCollector<SlotEntity, View<TierLine>, TierLine> LINE =
            collector(slot -> new TierLine(slot.rotationFacts(), slot.tier()), LineHandle::new);

    static final UniConstraintCollector<SlotEntity, View<RotationBoard>, RotationBoard> BOARD =
            collector(slot -> new RotationBoard(slot.facts(), slot.rotation()), BoardHandle::new);

    private Collectors() {}

    /** A view that is made when the first slot says whose it is. */
    static final class View<V> {
        private final Function<SlotEntity, V> create;
        private @Nullable V view;

        private View(Function<SlotEntity, V> create) {
            this.create = create;
        }

        V of(SlotEntity slot) {
            if (view == null) {
                view = create.apply(slot);
            }
            return view;
        }

        V get() {
            if (view == null) {
                throw new IllegalStateException("A view without slots has nothing to show.");
            }
            return view;
        }
    }

    private static <V> UniConstraintCollector<SlotEntity, View<V>, V> collector(
            Function<SlotEntity, V> create, Function<View<V>, UniConstraintCollectorValueHandle<SlotEntity>> handle) {
        UniConstraintCollectorAccumulator<View<V>, SlotEntity> accumulator = handle::apply;
        return new UniConstraintCollector<>() {
            @Override
            public Supplier<View<V>> supplier() {
                return () -> new View<>(create);
            }

            @Override
            public BiFunction<View<V>, SlotEntity, Runnable> accumulator() {
                return accumulator;
            }

            @Override
            public Function<View<V>, @Nullable V> finisher() {
                return View::get;
            }
        };
    }

    private static final class TimelineHandle implements UniConstraintCollectorValueHandle<SlotEntity> {
        private final View<MemberTimeline> view;
        private @Nullable SlotEntity slot;

        private TimelineHandle(View<MemberTimeline> view) {
            this.view = view;
        }

        @Override
        public void add(@Nullable SlotEntity added) {
            SlotEntity entering = Objects.requireNonNull(added);
            slot = entering;
            view.of(entering).hold(entering.rotation(), entering.tier(), entering.day());
        }

        @Override
        public void replaceWith(@Nullable SlotEntity replacement) {
            // The same slot, still held by the same member: nothing in the timeline changes.
            slot = replacement;
        }

        @Override
        public void remove() {
            SlotEntity leaving = Objects.requireNonNull(slot);
            view.get().release(leaving.rotation(), leaving.tier(), leaving.day());
            slot = null;
        }
    }

    /** A slot that stays in its group whoever holds it. */
    private abstract static class HolderHandle<V> implements UniConstraintCollectorValueHandle<SlotEntity> {
        private final View<V> view;
        private @Nullable SlotEntity slot;

        private HolderHandle(View<V> view) {
            this.view = view;
        }

        abstract void set(V changed, SlotEntity at, int holder);

        @Override
        public void add(@Nullable SlotEntity added) {
            replaceWith(added);
        }

        @Override
        public void replaceWith(@Nullable SlotEntity replacement) {
            SlotEntity entering = Objects.requireNonNull(replacement);
            slot = entering;
            set(view.of(entering), entering, entering.holder());
        }

        @Override
        public void remove() {
            SlotEntity leaving = Objects.requireNonNull(slot);
            set(view.get(), leaving, RuleFacts.NOBODY);
            slot = null;
        }
    }

    private static final class LineHandle extends HolderHandle<TierLine> {
        private LineHandle(View<TierLine> view) {
            super(view);
        }

        @Override
        void set(TierLine line, SlotEntity at, int holder) {
            line.set(at.day(), holder);
        }
    }

    private static final class BoardHandle extends HolderHandle<RotationBoard> {
        private BoardHandle(View<RotationBoard> view) {
            super(view);
        }

        @Override
        void set(RotationBoard board, SlotEntity at, int holder) {
            board.set(at.tier(), at.day(), holder);
        }
    }
}
