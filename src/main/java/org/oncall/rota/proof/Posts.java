package org.oncall.rota.proof;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.Constraint;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Posts constraints in the name of facts, leaving out those of facts that are not wanted. */
final class Posts {
    /** No fact may be dropped: what follows from all of them may be used. */
    static final Predicate<Fact> NONE = fact -> false;

    final CpModel model = new CpModel();

    private final Predicate<Fact> wanted;
    private final Predicate<Fact> guarded;
    private final Map<Fact, Literal> guards = new LinkedHashMap<>();

    /**
     * Posts to a new model.
     *
     * @param guarded which facts the solver may be asked about, or may drop; it is slower for each
     */
    Posts(Predicate<Fact> wanted, Predicate<Fact> guarded) {
        this.wanted = wanted;
        this.guarded = guarded;
    }

    /** The facts in whose name anything was posted, in the order in which they came. */
    Set<Fact> facts() {
        return guards.keySet();
    }

    /** The literals that stand for the facts. */
    Map<Fact, Literal> guards() {
        return guards;
    }

    /** Whether the solver may drop any of the facts by itself. */
    boolean isGuarded() {
        return guarded != NONE;
    }

    /** Whether the fact holds for certain, so that what follows from it may be posted too. */
    boolean isFirm(Fact fact) {
        return wants(fact) && !guarded.test(fact);
    }

    boolean wants(Fact fact) {
        return wanted.test(fact);
    }

    /** At least one of the literals is true. */
    void clause(Fact fact, List<? extends Literal> literals) {
        if (wants(fact)) {
            hold(fact, model.addBoolOr(literals.toArray(new Literal[0])));
        }
    }

    void forbid(Fact fact, Literal literal) {
        clause(fact, List.of(literal.not()));
    }

    void require(Fact fact, Literal literal) {
        clause(fact, List.of(literal));
    }

    void atMost(Fact fact, List<? extends Literal> literals, int most) {
        if (wants(fact) && literals.size() > most) {
            hold(fact, model.addLessOrEqual(LinearExpr.sum(literals.toArray(new Literal[0])), most));
        }
    }

    void atMost(Fact fact, LinearExprBuilder sum, long most) {
        if (wants(fact)) {
            hold(fact, model.addLessOrEqual(sum, most));
        }
    }

    /** The literal that stands for a fact that may be dropped, once anything was posted in its name; null for others. */
    @Nullable
    Literal guard(Fact fact) {
        return guarded.test(fact) ? guards.get(fact) : null;
    }

    /** What holds by definition, whatever the facts. */
    void always(List<? extends Literal> literals) {
        model.addBoolOr(literals.toArray(new Literal[0]));
    }

    BoolVar variable(String name) {
        return model.newBoolVar(name);
    }

    private void hold(Fact fact, Constraint constraint) {
        boolean asked = guarded.test(fact);
        Literal guard = guards.computeIfAbsent(fact, f -> asked ? model.newBoolVar(f.sentence()) : model.trueLiteral());
        if (asked) {
            constraint.onlyEnforceIf(guard);
        }
    }

    static List<Literal> not(List<? extends Literal> literals) {
        List<Literal> result = new ArrayList<>(literals.size());
        literals.forEach(literal -> result.add(literal.not()));
        return result;
    }
}
