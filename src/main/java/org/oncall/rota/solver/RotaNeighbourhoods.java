package org.oncall.rota.solver;

import ai.timefold.solver.core.preview.api.domain.metamodel.PlanningVariableMetaModel;
import ai.timefold.solver.core.preview.api.move.Move;
import ai.timefold.solver.core.preview.api.neighborhood.MoveProvider;
import ai.timefold.solver.core.preview.api.neighborhood.Neighborhood;
import ai.timefold.solver.core.preview.api.neighborhood.NeighborhoodBuilder;
import ai.timefold.solver.core.preview.api.neighborhood.NeighborhoodProvider;
import ai.timefold.solver.core.preview.api.neighborhood.stream.MoveStream;
import ai.timefold.solver.core.preview.api.neighborhood.stream.MoveStreamFactory;
import java.util.List;

/** Every neighbourhood of the search, and how often each is drawn from. */
public final class RotaNeighbourhoods implements NeighborhoodProvider<RotaSolution> {
    /** A draw that comes to nothing is drawn again, this often at most. */
    private static final int MOST_DRAWS = 50;

    private record Weighted(Neighbourhood neighbourhood, int weight) {}

    private static final List<Weighted> NEIGHBOURHOODS = List.of(
            new Weighted(new AssignRun(), 30),
            new Weighted(new ExchangeShifts(), 15),
            new Weighted(new ExchangeWeeks(2, false), 15),
            new Weighted(new ExchangeWeeks(2, true), 5),
            new Weighted(new ExchangeWeeks(3, false), 10),
            new Weighted(new ExchangeTiers(), 10),
            new Weighted(new ShiftBoundary(), 10),
            new Weighted(new ExchangeMembers(), 5),
            new Weighted(new CloseGap(), 5),
            new Weighted(new SlideHandovers(), 3));

    private static final int TOTAL =
            NEIGHBOURHOODS.stream().mapToInt(Weighted::weight).sum();

    @Override
    public Neighborhood defineNeighborhood(NeighborhoodBuilder<RotaSolution> builder) {
        PlanningVariableMetaModel<RotaSolution, SlotEntity, Person> variable =
                builder.getSolutionMetaModel().genuineEntity(SlotEntity.class).basicVariable("person", Person.class);
        return builder.add(new Draws(variable)).build();
    }

    /** One provider for all neighbourhoods: the engine would draw from several evenly, whatever their worth. */
    private record Draws(PlanningVariableMetaModel<RotaSolution, SlotEntity, Person> variable)
            implements MoveProvider<RotaSolution> {
        @Override
        public MoveStream<RotaSolution> build(MoveStreamFactory<RotaSolution> factory) {
            return factory.pick(factory.forEach(SearchBoard.class, false))
                    .asMove((view, board) -> draw(java.util.Objects.requireNonNull(board)));
        }

        private Move<RotaSolution> draw(SearchBoard board) {
            board.chance().countMove();
            Reassign move = new Reassign(variable);
            for (int draws = 0; draws < MOST_DRAWS && !move.isDoable(); draws++) {
                move = new Reassign(variable);
                neighbourhood(board).draw(board, move);
            }
            return move.isDoable() ? move : new Reassign(variable);
        }

        private static Neighbourhood neighbourhood(SearchBoard board) {
            int ticket = board.random().nextInt(TOTAL);
            int i = 0;
            while (ticket >= NEIGHBOURHOODS.get(i).weight()) {
                ticket -= NEIGHBOURHOODS.get(i++).weight();
            }
            return NEIGHBOURHOODS.get(i).neighbourhood();
        }
    }
}
