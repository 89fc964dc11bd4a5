package org.oncall.rota.teams;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.Credit;
import org.oncall.rota.domain.Holding;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.RotationId;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.domain.TierId;
import org.oncall.rota.swap.Handing;
import org.oncall.rota.swap.Swap;

/** Swaps as texts of the store, with all that a swap is. */
final class SwapText {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private SwapText() {}

    private record Day(String rotation, String tier, String date) {
        static Day of(Slot slot) {
            return new Day(
                    slot.rotation().value(), slot.tier().value(), slot.date().toString());
        }

        Slot slot() {
            return new Slot(new RotationId(rotation), new TierId(tier), LocalDate.parse(date));
        }
    }

    private record Hands(List<Day> days, String from, String to) {}

    private record Pin(Day day, String member) {}

    private record Counts(Day day, String worked, String credited) {}

    private record Step(String status, String by, @Nullable String onBehalfOf, String when, String why) {
        static Step of(Swap.Step step) {
            MemberId member = step.onBehalfOf();
            return new Step(
                    step.status().name(),
                    step.by(),
                    member == null ? null : member.value(),
                    step.when().toString(),
                    step.why());
        }

        Swap.Step step() {
            return new Swap.Step(
                    Swap.Status.valueOf(status),
                    by,
                    onBehalfOf == null ? null : new MemberId(onBehalfOf),
                    Instant.parse(when),
                    why);
        }
    }

    private record Text(
            String id,
            List<Hands> handings,
            boolean creditMoves,
            @Nullable String expires,
            String status,
            Map<String, Step> consents,
            List<Pin> pins,
            List<Counts> credits,
            List<Step> trail) {}

    static String of(Swap swap) {
        Map<String, Step> consents = new TreeMap<>();
        swap.consents().forEach((member, step) -> consents.put(member.value(), Step.of(step)));
        Instant expires = swap.expires();
        Text text = new Text(
                swap.id(),
                swap.handings().stream()
                        .map(handing -> new Hands(
                                handing.slots().stream().map(Day::of).toList(),
                                handing.from().value(),
                                handing.to().value()))
                        .toList(),
                swap.creditMoves(),
                expires == null ? null : expires.toString(),
                swap.status().name(),
                consents,
                swap.before().pins().stream()
                        .map(pin -> new Pin(Day.of(pin.slot()), pin.member().value()))
                        .toList(),
                swap.before().credits().stream()
                        .map(credit -> new Counts(
                                Day.of(credit.slot()),
                                credit.worked().value(),
                                credit.credited().value()))
                        .toList(),
                swap.trail().stream().map(Step::of).toList());
        try {
            return MAPPER.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Swap swap(String json) {
        Text text;
        try {
            text = MAPPER.readValue(json, Text.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        Map<MemberId, Swap.Step> consents = new TreeMap<>();
        text.consents.forEach((member, step) -> consents.put(new MemberId(member), step.step()));
        return new Swap(
                text.id,
                text.handings.stream()
                        .map(hands -> new Handing(
                                hands.days.stream().map(Day::slot).toList(),
                                new MemberId(hands.from),
                                new MemberId(hands.to)))
                        .toList(),
                text.creditMoves,
                text.expires == null ? null : Instant.parse(text.expires),
                Swap.Status.valueOf(text.status),
                consents,
                new Swap.Settled(
                        text.pins.stream()
                                .map(pin -> new Holding(pin.day.slot(), new MemberId(pin.member)))
                                .toList(),
                        text.credits.stream()
                                .map(counts -> new Credit(
                                        counts.day.slot(), new MemberId(counts.worked), new MemberId(counts.credited)))
                                .toList()),
                text.trail.stream().map(Step::step).toList());
    }
}
