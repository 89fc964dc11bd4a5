package org.oncall.rota.export.json;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.diagnosis.Diagnosis;
import org.oncall.rota.diagnosis.Sentences;
import org.oncall.rota.domain.DateRange;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.RotationId;
import org.oncall.rota.domain.TierId;
import org.oncall.rota.proof.Change;
import org.oncall.rota.proof.Conflict;
import org.oncall.rota.proof.Fact;
import org.oncall.rota.proof.ProofResult;
import org.oncall.rota.proof.Repair;
import org.oncall.rota.proof.RepairResult;
import org.oncall.rota.wire.LeaveJson;
import org.oncall.rota.wire.ProofJson;

/** Writes diagnoses as answers. */
final class JsonProofs {
    private JsonProofs() {}

    static @Nullable ProofJson of(@Nullable Diagnosis diagnosis) {
        if (diagnosis == null) {
            return null;
        }
        ProofResult proof = diagnosis.proof();
        Conflict conflict = proof instanceof ProofResult.Impossible(Conflict why) ? why : null;
        return new ProofJson(
                verdict(proof),
                Sentences.of(proof),
                conflict == null ? null : conflict(conflict),
                diagnosis.repair() == null ? null : repair(diagnosis.repair(), false));
    }

    /** What would close a gap; null where nobody looked. */
    static ProofJson.@Nullable RepairJson closing(@Nullable Diagnosis diagnosis, String gap) {
        RepairResult closing = diagnosis == null ? null : diagnosis.closings().get(gap);
        return closing == null ? null : repair(closing, true);
    }

    private static String verdict(ProofResult proof) {
        return switch (proof) {
            case ProofResult.Possible possible -> "POSSIBLE";
            case ProofResult.Impossible impossible -> "IMPOSSIBLE";
            case ProofResult.Unknown unknown -> "UNDECIDED";
            case ProofResult.NotAvailable notAvailable -> "NOT_MADE";
        };
    }

    private static ProofJson.ConflictJson conflict(Conflict conflict) {
        return new ProofJson.ConflictJson(
                conflict.facts().stream().map(JsonProofs::fact).toList(),
                conflict.smallest(),
                conflict.repairs().stream().map(JsonProofs::fact).toList());
    }

    private static ProofJson.FactJson fact(Fact fact) {
        return new ProofJson.FactJson(
                fact.kind().name(),
                fact.rule(),
                id(fact.member()),
                id(fact.rotation()),
                id(fact.tier()),
                date(fact.first()),
                date(fact.last()),
                fact.sentence());
    }

    private static ProofJson.RepairJson repair(RepairResult result, boolean single) {
        Repair repair = result instanceof RepairResult.Found(Repair found) ? found : null;
        return new ProofJson.RepairJson(
                switch (result) {
                    case RepairResult.Found found -> "FOUND";
                    case RepairResult.NotNeeded notNeeded -> "NOT_NEEDED";
                    case RepairResult.None none -> "NONE";
                    case RepairResult.Undecided undecided -> "UNDECIDED";
                },
                Sentences.of(result, single),
                repair == null
                        ? List.of()
                        : repair.changes().stream().map(JsonProofs::step).toList(),
                repair == null ? null : repair.price(),
                repair == null ? null : repair.cheapest());
    }

    private static ProofJson.StepJson step(Change change) {
        return switch (change) {
            case Change.MoveLeave move ->
                step("MOVE_LEAVE", change, move.member().id(), null, null, null, move.days(), null, null);
            case Change.JoinEarlier join ->
                step("JOIN_EARLIER", change, join.member().id(), null, null, null, List.of(), join.from(), null);
            case Change.StayLonger stay ->
                step("STAY_LONGER", change, stay.member().id(), null, null, null, List.of(), stay.until(), null);
            case Change.OptIn optIn ->
                step("OPT_IN", change, optIn.member().id(), null, null, null, List.of(), null, null);
            case Change.Train train ->
                step(
                        "TRAIN",
                        change,
                        train.member().id(),
                        train.rotation().id(),
                        train.tier().id(),
                        null,
                        List.of(),
                        null,
                        null);
            case Change.Unfreeze unfreeze ->
                step(
                        "UNFREEZE",
                        change,
                        unfreeze.holding().member(),
                        unfreeze.holding().slot().rotation(),
                        unfreeze.holding().slot().tier(),
                        null,
                        List.of(),
                        unfreeze.holding().slot().date(),
                        null);
            case Change.SetLimit set ->
                step(
                        "SET_LIMIT",
                        change,
                        null,
                        set.rotation().id(),
                        null,
                        set.limit().rule(),
                        List.of(),
                        null,
                        set.days());
            case Change.GiveUpRule giveUp ->
                step(
                        "GIVE_UP_RULE",
                        change,
                        null,
                        giveUp.fact().rotation(),
                        null,
                        giveUp.fact().rule(),
                        List.of(),
                        null,
                        null);
        };
    }

    private static ProofJson.StepJson step(
            String kind,
            Change change,
            @Nullable MemberId member,
            @Nullable RotationId rotation,
            @Nullable TierId tier,
            @Nullable String rule,
            List<DateRange> days,
            @Nullable LocalDate date,
            @Nullable Integer limit) {
        return new ProofJson.StepJson(
                kind,
                change.price(),
                id(member),
                id(rotation),
                id(tier),
                rule,
                days.stream()
                        .map(range -> new LeaveJson(
                                range.first().toString(), range.last().toString()))
                        .toList(),
                date(date),
                limit,
                change.sentence());
    }

    private static @Nullable String id(@Nullable Object id) {
        return id == null ? null : id.toString();
    }

    private static @Nullable String date(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }
}
