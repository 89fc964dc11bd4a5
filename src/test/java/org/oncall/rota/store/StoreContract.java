package org.oncall.rota.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.oncall.rota.domain.Credit;
import org.oncall.rota.domain.DateRange;
import org.oncall.rota.domain.Holding;
import org.oncall.rota.domain.Interval;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.RotationId;
import org.oncall.rota.domain.Score;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.domain.TierId;

/** What every database the store runs on must do. */
@Timeout(60)
abstract class StoreContract {
    private static final Instant NOON = Instant.parse("2027-01-05T12:00:00Z");
    private static final String LARGE = "{\"text\": \"" + "Zoë – ä ".repeat(40_000) + "\"}";

    private DataSource source;
    private Store store;

    abstract DataSource emptyDatabase();

    @BeforeEach
    void migrate() {
        source = emptyDatabase();
        Databases.migrate(source, null);
        store = new Store(source);
        store.run(tx -> tx.teams().add(Teams.first("red", "{}", NOON)));
    }

    // ---- Transactions

    @Test
    void transact_workThatThrows_leavesNothing() {
        assertThatThrownBy(() -> store.run(tx -> {
                    tx.teams().add(Teams.first("blue", "{}", NOON));
                    tx.afterwards(() -> {
                        throw new AssertionError("ran though it was undone");
                    });
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(optional(tx -> tx.teams().find("blue"))).isEmpty();
    }

    @Test
    void transact_withinAnother_isPartOfIt() {
        List<String> order = new ArrayList<>();

        assertThatThrownBy(() -> store.run(outer -> {
                    store.run(inner -> inner.teams().add(Teams.first("blue", "{}", NOON)));
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        store.run(outer -> {
            store.run(inner -> inner.afterwards(() -> order.add("afterwards")));
            order.add("end of work");
        });

        assertThat(optional(tx -> tx.teams().find("blue"))).isEmpty();
        assertThat(order).containsExactly("end of work", "afterwards");
    }

    @Test
    void transact_sameKeyTwice_isADuplicate() {
        assertThatThrownBy(() -> store.run(tx -> tx.teams().add(Teams.first("red", "{}", NOON))))
                .isInstanceOf(DuplicateException.class);
    }

    @Test
    void transact_aWrongStatement_isOurFault() {
        assertThatThrownBy(() -> store.run(tx -> tx.sql().update("update nothing set x = 1")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void transact_whileNoConnectionIsHad_isUnavailable_andWorksAgainAfterwards() {
        FailingSource failing = new FailingSource(source);
        Store fragile = new Store(failing);
        failing.fail(new SQLException("No space left on device", "53100"));

        assertThatThrownBy(() -> fragile.run(tx -> tx.teams().all()))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("No space left on device");
        assertThat(fragile.isThere()).isFalse();

        failing.fail(null);
        assertThat(fragile.isThere()).isTrue();
        assertThat(fragile.transact(tx -> tx.teams().all().size()).intValue()).isEqualTo(1);
    }

    @Test
    void transact_twoThatAddToTheSameNumber_bothGetThrough() throws Exception {
        int each = 25;
        Callable<Void> adding = () -> {
            for (int i = 0; i < each; i++) {
                store.run(tx -> {
                    StoredTeam team = tx.teams().lock("red").orElseThrow();
                    assertThat(tx.teams().replace(new StoredTeam("red", team.version() + 1, "{}", false, NOON)))
                            .isTrue();
                });
            }
            return null;
        };

        inParallel(List.of(adding, adding));

        assertThat(this.<Object>value(tx -> tx.teams().find("red").orElseThrow().version()))
                .isEqualTo(1L + 2 * each);
    }

    // ---- Teams

    @Test
    void lock_whileOthersThatHaveItAreUndone_losesNoChange() throws Exception {
        Callable<Integer> editor = () -> {
            for (int i = 0; i < 20; i++) {
                store.run(tx -> {
                    StoredTeam team = tx.teams().lock("red").orElseThrow();
                    tx.teams().write(new StoredTeam("red", team.version() + 1, team.body() + "x", false, NOON));
                });
            }
            return 20;
        };
        Callable<Integer> refused = () -> {
            for (int i = 0; i < 40; i++) {
                assertThatThrownBy(() -> store.run(tx -> {
                            tx.teams().lock("red");
                            throw new IllegalArgumentException("another version");
                        }))
                        .isInstanceOf(IllegalArgumentException.class);
            }
            return 0;
        };

        inParallel(List.of(editor, refused, editor, refused));

        StoredTeam team = optional(tx -> tx.teams().find("red")).orElseThrow();
        assertThat(team.version()).isEqualTo(41);
        assertThat(team.body()).isEqualTo("{}" + "x".repeat(40));
    }

    @Test
    void write_aVersionThatIsNoLongerThere_isDoneOnceMore_andNeverAcknowledged() {
        List<Long> tried = new ArrayList<>(List.of(7L, 2L));

        store.run(tx -> tx.teams().write(new StoredTeam("red", tried.removeFirst(), "{\"a\":1}", false, NOON)));

        assertThat(tried).isEmpty();
        assertThat(optional(tx -> tx.teams().find("red")).orElseThrow().version())
                .isEqualTo(2);
        assertThatThrownBy(() -> store.run(tx -> tx.teams().write(new StoredTeam("red", 2, "{}", false, NOON))))
                .isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void teams_areReadAsWritten_evenLargeOnes() {
        store.run(tx -> tx.teams().add(Teams.first("blue", LARGE, NOON)));

        assertThat(optional(tx -> tx.teams().find("blue"))).contains(new StoredTeam("blue", 1, LARGE, false, NOON));
    }

    @Test
    void teams_deletedOnes_areKeptButNotListed() {
        store.run(tx -> {
            tx.teams().add(Teams.first("blue", "{}", NOON));
            tx.teams().add(Teams.first("amber", "{}", NOON));
            tx.teams().replace(new StoredTeam("red", 2, "{}", true, NOON));
        });

        assertThat(list(tx -> tx.teams().all())).extracting(StoredTeam::id).containsExactly("amber", "blue");
        assertThat(optional(tx -> tx.teams().find("red"))).isPresent();
    }

    @Test
    void replace_anOlderVersion_changesNothing() {
        store.run(tx -> assertThat(tx.teams().replace(new StoredTeam("red", 2, "{\"a\":1}", false, NOON)))
                .isTrue());

        store.run(tx -> assertThat(tx.teams().replace(new StoredTeam("red", 2, "{\"b\":1}", false, NOON)))
                .isFalse());

        assertThat(this.<Object>value(tx -> tx.teams().find("red").orElseThrow().body()))
                .isEqualTo("{\"a\":1}");
    }

    // ---- Rotas

    @Test
    void rotas_areReadAsWritten() {
        StoredRota first = rota("red", 1, "2027-01-05", "2027-07-06", null);
        StoredRota second = rota("red", 2, "2027-03-02", "2027-09-07", first.id());
        store.run(tx -> {
            assertThat(tx.rotas().nextRevision("red")).isEqualTo(1);
            tx.rotas().add(first);
            assertThat(tx.rotas().nextRevision("red")).isEqualTo(2);
            tx.rotas().add(second);
        });

        assertThat(optional(tx -> tx.rotas().find(second.id()))).contains(second);
        assertThat(list(tx -> tx.rotas().ofTeam("red", 0, 10))).containsExactly(second, first);
        assertThat(list(tx -> tx.rotas().ofTeam("red", 1, 10))).containsExactly(first);
    }

    @Test
    void rotas_sameRevisionTwice_isADuplicate() {
        store.run(tx -> tx.rotas().add(rota("red", 1, "2027-01-05", "2027-07-06", null)));

        assertThatThrownBy(() -> store.run(tx -> tx.rotas().add(rota("red", 1, "2027-01-05", "2027-07-06", null))))
                .isInstanceOf(DuplicateException.class);
    }

    @Test
    void published_isWhatOverlapsThePeriod_andNothingThatOnlyTouchesIt() {
        StoredRota winter = rota("red", 1, "2027-01-05", "2027-03-02", null);
        StoredRota spring = rota("red", 2, "2027-03-02", "2027-06-01", null);
        StoredRota draft = rota("red", 3, "2027-01-05", "2027-06-01", null);
        store.run(tx -> {
            List.of(winter, spring, draft).forEach(rota -> tx.rotas().add(rota));
            tx.rotas().publish(winter.id(), NOON);
            tx.rotas().publish(spring.id(), NOON);
        });

        assertThat(published("2027-02-28", "2027-03-02")).containsExactly(1);
        assertThat(published("2027-03-01", "2027-03-03")).containsExactly(1, 2);
        assertThat(published("2027-06-01", "2027-09-01")).isEmpty();

        store.run(tx -> tx.rotas().supersede(winter.id()));
        assertThat(published("2027-01-05", "2027-06-01")).containsExactly(2);
    }

    @Test
    void offer_keepsTheEndOfTheWindow() {
        StoredRota rota = rota("red", 1, "2027-01-05", "2027-03-02", null);
        store.run(tx -> {
            tx.rotas().add(rota);
            tx.rotas().offer(rota.id(), NOON.plusSeconds(60));
        });

        StoredRota read = store.transact(tx -> tx.rotas().find(rota.id())).orElseThrow();
        assertThat(read.state()).isEqualTo(RotaState.OFFERED);
        assertThat(read.offeredUntil()).isEqualTo(NOON.plusSeconds(60));
    }

    // ---- Shifts

    @Test
    void clear_cutsWhatReachesBeyond() {
        UUID rota = published();
        store.run(tx -> {
            tx.shifts().add(shift("ana", 0, 7, rota));
            tx.shifts().add(shift("bo", 7, 14, rota));
            tx.shifts().add(shift("cy", 14, 21, rota));
            tx.shifts().clear("red", "on-call", days(3, 16));
        });

        assertThat(list(tx -> tx.shifts().ofTeam("red", Instant.EPOCH, NOON.plus(Duration.ofDays(99)))))
                .containsExactly(shift("ana", 0, 3, rota), shift("cy", 16, 21, rota));
    }

    @Test
    void clear_aHoleWithinAShift_leavesBothEnds() {
        UUID rota = published();
        store.run(tx -> {
            tx.shifts().add(shift("ana", 0, 7, rota));
            tx.shifts().clear("red", "on-call", days(2, 3));
            tx.shifts().clear("red", "first-line", days(0, 7));
            tx.shifts().clear("blue", "on-call", days(0, 7));
        });

        assertThat(list(tx -> tx.shifts().ofTeam("red", Instant.EPOCH, NOON.plus(Duration.ofDays(99)))))
                .containsExactly(shift("ana", 0, 2, rota), shift("ana", 3, 7, rota));
    }

    @Test
    void ofMember_isAllTeamsUnlessOneIsNamed_andHalfOpen() {
        UUID rota = published();
        store.run(tx -> {
            tx.teams().add(Teams.first("blue", "{}", NOON));
            tx.shifts().add(shift("ana", 0, 7, rota));
            tx.shifts().add(new StoredShift("blue", "on-call", "primary", "ana", days(7, 14), rota));
            tx.shifts().add(shift("bo", 7, 14, rota));
        });

        assertThat(ofMember("ana", null, 0, 99)).containsExactly("red", "blue");
        assertThat(ofMember("ana", "blue", 0, 99)).containsExactly("blue");
        assertThat(ofMember("ana", null, 7, 8)).containsExactly("blue");
    }

    // ---- Pins

    @Test
    void pins_areTakenOverByALaterSwap_andLetGoBySlot() {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        store.run(tx -> {
            tx.pins().put("red", holding("2027-01-05", "ana"), first);
            tx.pins().put("red", holding("2027-01-06", "ana"), first);
            tx.pins().put("red", holding("2027-01-06", "bo"), second);
        });
        assertThat(pins()).containsExactly(holding("2027-01-05", "ana"), holding("2027-01-06", "bo"));

        store.run(tx -> tx.pins().remove("red", holding("2027-01-05", "ana").slot()));

        assertThat(pins()).containsExactly(holding("2027-01-06", "bo"));
    }

    // ---- Trail

    @Test
    void credits_areReadAsWritten_andTakenBackByTheirSlot() {
        Slot slot = new Slot(new RotationId("on-call"), new TierId("primary"), LocalDate.parse("2027-01-05"));
        Credit credit = new Credit(slot, new MemberId("bo"), new MemberId("ana"));
        store.run(tx -> tx.credits().add("red", credit));

        LocalDate day = slot.date();
        assertThat(list(tx -> tx.credits().ofTeam("red", day, day.plusDays(1)))).containsExactly(credit);
        assertThat(list(tx -> tx.credits().ofTeam("red", day.plusDays(1), day.plusDays(9))))
                .isEmpty();
        assertThatThrownBy(() -> store.run(tx -> tx.credits().add("red", credit)))
                .isInstanceOf(DuplicateException.class);
        store.run(tx -> tx.credits().remove("red", slot));
        assertThat(list(tx -> tx.credits().ofTeam("red", day, day.plusDays(1)))).isEmpty();
    }

    @Test
    void swaps_areReadAsWritten_thoseChangedLastFirst() {
        StoredRota rota = rota("red", 1, "2027-01-05", "2027-07-06", null);
        store.run(tx -> tx.rotas().add(rota));
        StoredSwap first = new StoredSwap(UUID.randomUUID(), "red", rota.id(), "PROPOSED", LARGE, NOON);
        StoredSwap second = new StoredSwap(UUID.randomUUID(), "red", rota.id(), "PROPOSED", "{}", NOON.plusSeconds(1));
        store.run(tx -> {
            tx.swaps().add(first);
            tx.swaps().add(second);
        });

        assertThat(list(tx -> tx.swaps().ofTeam("red", 0, 9))).containsExactly(second, first);
        StoredSwap applied = new StoredSwap(first.id(), "red", rota.id(), "APPLIED", "{\"a\": 1}", NOON.plusSeconds(2));
        store.run(tx -> tx.swaps().replace(applied));
        assertThat(optional(tx -> tx.swaps().find(first.id()))).contains(applied);
        assertThat(list(tx -> tx.swaps().ofTeam("red", 0, 1))).containsExactly(applied);
    }

    @Test
    void trail_isReadNewestFirst_byTeamAndByRota() {
        UUID rota = UUID.randomUUID();
        store.run(tx -> {
            tx.trail().add(entry("red", null, "team-made"));
            tx.trail().add(entry("red", rota, "rota-made"));
            tx.trail().add(entry("blue", null, "team-made"));
            tx.trail().add(entry("red", rota, "rota-published"));
        });

        assertThat(list(tx -> tx.trail().ofTeam("red", 0, 10)))
                .extracting(TrailEntry::what)
                .containsExactly("rota-published", "rota-made", "team-made");
        assertThat(list(tx -> tx.trail().ofTeam("red", 1, 1)))
                .extracting(TrailEntry::what)
                .containsExactly("rota-made");
        List<TrailEntry> ofRota = store.transact(tx -> tx.trail().ofRota(rota, 0, 10));
        assertThat(ofRota)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
                .containsExactly(entry("red", rota, "rota-published"), entry("red", rota, "rota-made"));
        assertThat(ofRota.getFirst().id()).isGreaterThan(ofRota.getLast().id());
    }

    // ---- Solves

    @Test
    void solves_areReadAsWritten_inTheOrderTaken() {
        StoredSolve late = solve("red", NOON.plusSeconds(2));
        StoredSolve early = solve(null, NOON);
        store.run(tx -> {
            tx.solves().add(late);
            tx.solves().add(early);
        });

        assertThat(list(tx -> tx.solves().unfinished())).containsExactly(early, late);
    }

    @Test
    void solves_remember_starts_best_andEnd() {
        StoredSolve solve = solve("red", NOON);
        store.run(tx -> {
            tx.solves().add(solve);
            tx.solves().begin(solve.id(), "SOLVING");
            tx.solves().begin(solve.id(), "SOLVING");
            tx.solves().suspend(solve.id(), "QUEUED");
            tx.solves().save(solve.id(), LARGE, Duration.ofMillis(1500));
        });
        StoredSolve read = store.transact(tx -> tx.solves().find(solve.id())).orElseThrow();
        assertThat(read.status()).isEqualTo("QUEUED");
        assertThat(read.starts()).isEqualTo(1);
        assertThat(read.best()).isEqualTo(LARGE);
        assertThat(read.elapsed()).isEqualTo(Duration.ofMillis(1500));

        boolean ended = store.transact(
                tx -> tx.solves().end(solve.id(), "SOLVED", "{}", null, Duration.ofSeconds(2), NOON.plusSeconds(9)));
        boolean again = store.transact(
                tx -> tx.solves().end(solve.id(), "FAILED", null, "x", Duration.ofSeconds(3), NOON.plusSeconds(10)));

        assertThat(ended).isTrue();
        assertThat(again).isFalse();
        StoredSolve end = store.transact(tx -> tx.solves().find(solve.id())).orElseThrow();
        assertThat(end.status()).isEqualTo("SOLVED");
        assertThat(end.best()).isNull();
        assertThat(end.endedAt()).isEqualTo(NOON.plusSeconds(9));
        assertThat(list(tx -> tx.solves().unfinished())).isEmpty();
    }

    @Test
    void forget_dropsOldOnesAndAllButTheLast_neverOneThatGoesOn() {
        List<UUID> ids = new ArrayList<>();
        store.run(tx -> {
            for (int i = 0; i < 5; i++) {
                StoredSolve solve = solve(null, NOON.plusSeconds(i));
                ids.add(solve.id());
                tx.solves().add(solve);
                if (i < 4) {
                    tx.solves().end(solve.id(), "SOLVED", "{}", null, Duration.ZERO, NOON.plusSeconds(100 + i));
                }
            }
            tx.solves().forget(NOON.plusSeconds(101), 2);
        });

        assertThat(ids.stream()
                        .filter(id -> store.transact(tx -> tx.solves().find(id)).isPresent()))
                .containsExactly(ids.get(2), ids.get(3), ids.get(4));
    }

    // ---- Menus

    @Test
    void menus_areReadAsWritten_begunAgain_andEnded() {
        StoredMenu first = menu(published(), NOON);
        StoredMenu second = menu(first.rota(), NOON.plusSeconds(1));
        store.run(tx -> {
            tx.menus().add(second);
            tx.menus().add(first);
        });

        assertThat(list(tx -> tx.menus().unfinished())).containsExactly(first, second);
        store.run(tx -> {
            tx.menus().begin(first.id());
            tx.menus().end(first.id(), "SOLVED", LARGE, NOON.plusSeconds(2));
            tx.menus().end(first.id(), "FAILED", null, NOON.plusSeconds(3));
        });

        assertThat(list(tx -> tx.menus().unfinished())).containsExactly(second);
        assertThat(optional(tx -> tx.menus().find(first.id())))
                .contains(new StoredMenu(
                        first.id(), first.rota(), first.basis(), "SOLVED", 2, LARGE, LARGE, NOON, NOON.plusSeconds(2)));
    }

    @Test
    void menus_forget_dropsOldOnesAndAllButTheLast_neverOneThatGoesOn() {
        UUID rota = published();
        List<StoredMenu> menus = List.of(menu(rota, NOON), menu(rota, NOON), menu(rota, NOON), menu(rota, NOON));
        store.run(tx -> {
            menus.forEach(tx.menus()::add);
            for (int i = 0; i < 3; i++) {
                tx.menus().end(menus.get(i).id(), "SOLVED", null, NOON.plusSeconds(i));
            }
            tx.menus().forget(NOON.plusSeconds(1), 1);
        });

        assertThat(menus.stream()
                        .map(menu -> optional(tx -> tx.menus().find(menu.id())).isPresent())
                        .toList())
                .containsExactly(false, false, true, true);
    }

    // ---- Keys

    @Test
    void keys_takenTwiceAtOnce_oneWaitsAndThenFails() throws Exception {
        CountDownLatch taken = new CountDownLatch(1);
        Callable<Boolean> first = () -> store.transact(tx -> {
            tx.keys().take("k", "POST /a", "d", NOON);
            taken.countDown();
            sleep(200);
            tx.keys().answer(new StoredAnswer("k", "POST /a", "d", 201, "{\"ETag\":\"1\"}", "done", NOON));
            return true;
        });
        Callable<Boolean> second = () -> {
            taken.await(10, TimeUnit.SECONDS);
            try {
                store.run(tx -> tx.keys().take("k", "POST /a", "d", NOON));
                return true;
            } catch (DuplicateException e) {
                return false;
            }
        };

        assertThat(inParallel(List.of(first, second))).containsExactly(true, false);
        assertThat(optional(tx -> tx.keys().find("k", "POST /a")))
                .contains(new StoredAnswer("k", "POST /a", "d", 201, "{\"ETag\":\"1\"}", "done", NOON));
        assertThat(optional(tx -> tx.keys().find("k", "POST /b"))).isEmpty();
    }

    @Test
    void keys_areForgotten() {
        store.run(tx -> {
            tx.keys().take("old", "r", "d", NOON);
            tx.keys().take("new", "r", "d", NOON.plusSeconds(1));
            tx.keys().forget(NOON.plusSeconds(1));
        });

        assertThat(optional(tx -> tx.keys().find("old", "r"))).isEmpty();
        assertThat(optional(tx -> tx.keys().find("new", "r"))).isPresent();
    }

    // ---- Absences

    @Test
    void absences_areReplaced() {
        Absences.Absence easter = absence("b", "2027-03-26", "2027-03-29");
        Absences.Absence summer = absence("a", "2027-08-02", "2027-08-15");
        store.run(tx -> tx.absences().replace("red", "ana", List.of(easter)));
        store.run(tx -> tx.absences().replace("red", "ana", List.of(easter, summer)));

        assertThat(list(tx -> tx.absences().of("red", "ana"))).containsExactly(summer, easter);
        assertThat(list(tx -> tx.absences().of("red", "bo"))).isEmpty();
    }

    // ---- Feeds

    @Test
    void feeds_areFoundByTheDigestOfTheirTokenAlone_andAreGoneOnceRemoved() {
        store.run(tx -> tx.teams().add(Teams.first("blue", "{}", NOON)));
        StoredFeed whole = feed("red", "a".repeat(64), null, null, NOON.plusMillis(1));
        StoredFeed tier = feed("red", "b".repeat(64), "primary", null, NOON);
        StoredFeed person = feed("blue", "c".repeat(64), null, "ana", NOON);
        List.of(whole, tier, person).forEach(feed -> store.run(tx -> tx.feeds().add(feed)));

        assertThat(list(tx -> tx.feeds().ofTeam("red"))).containsExactly(tier, whole);
        assertThat(optional(tx -> tx.feeds().find(person.digest()))).contains(person);
        assertThat(optional(tx -> tx.feeds().find("d".repeat(64)))).isEmpty();
        assertThat(this.<Boolean>value(tx -> tx.feeds().remove("blue", tier.id())))
                .isFalse();
        assertThat(this.<Boolean>value(tx -> tx.feeds().remove("red", tier.id())))
                .isTrue();
        assertThat(this.<Boolean>value(tx -> tx.feeds().remove("red", tier.id())))
                .isFalse();
        assertThat(optional(tx -> tx.feeds().find(tier.digest()))).isEmpty();
        store.run(tx -> tx.feeds().removeAll("red"));
        assertThat(list(tx -> tx.feeds().ofTeam("red"))).isEmpty();
        assertThat(list(tx -> tx.feeds().ofTeam("blue"))).containsExactly(person);
    }

    @Test
    void feeds_oneDigestTwice_isADuplicate() {
        store.run(tx -> tx.feeds().add(feed("red", "a".repeat(64), null, null, NOON)));

        assertThatThrownBy(() -> store.run(tx -> tx.feeds().add(feed("red", "a".repeat(64), null, null, NOON))))
                .isInstanceOf(DuplicateException.class);
    }

    @Test
    void sent_isTheLastThatWasWritten_ofEachTeam() {
        assertThat(optional(tx -> tx.feeds().sent("red"))).isEmpty();

        store.run(tx -> tx.feeds().send("red", "{}", NOON));
        store.run(tx -> tx.feeds().send("red", LARGE, NOON.plusSeconds(1)));

        assertThat(optional(tx -> tx.feeds().sent("red"))).contains(LARGE);
    }

    @Test
    void rotas_everPublished_areInTheOrderOfTheirPublication_supersededOrNot() {
        StoredRota first = rota("red", 1, "2027-01-05", "2027-02-02", null);
        StoredRota second = rota("red", 2, "2027-01-05", "2027-02-02", null);
        StoredRota draft = rota("red", 3, "2027-01-05", "2027-02-02", null);
        store.run(tx -> {
            List.of(first, second, draft).forEach(tx.rotas()::add);
            tx.rotas().publish(second.id(), NOON);
            tx.rotas().supersede(second.id());
            tx.rotas().publish(first.id(), NOON.plusSeconds(1));
        });

        assertThat(list(tx -> tx.rotas().everPublished("red"))).containsExactly(second.id(), first.id());
    }

    private static StoredFeed feed(String team, String digest, String tier, String member, Instant at) {
        return new StoredFeed(
                UUID.randomUUID(),
                team,
                digest,
                tier == null ? null : "on-call",
                tier,
                member,
                "ical",
                at,
                "Ms Manager");
    }

    // ---- Migrations

    @Test
    void migrate_aDatabaseFilledAtTheFirstVersion_keepsEverything() {
        DataSource old = emptyDatabase();
        Databases.migrate(old, "1");
        Store first = new Store(old);
        StoredRota rota = rota("red", 1, "2027-01-05", "2027-03-02", null);
        first.run(tx -> {
            tx.teams().add(Teams.first("red", LARGE, NOON));
            tx.rotas().add(rota);
            tx.shifts().add(shift("ana", 0, 7, rota.id()));
            tx.pins().put("red", holding("2027-01-06", "bo"), rota.id());
            tx.trail().add(entry("red", rota.id(), "rota-made"));
        });

        Databases.migrate(old, null);

        Store newest = new Store(old);
        newest.run(tx -> {
            assertThat(tx.teams().find("red")).contains(Teams.first("red", LARGE, NOON));
            assertThat(tx.rotas().find(rota.id())).contains(rota);
            assertThat(tx.shifts().ofTeam("red", Instant.EPOCH, NOON.plus(Duration.ofDays(9))))
                    .containsExactly(shift("ana", 0, 7, rota.id()));
            assertThat(tx.pins().ofTeam("red", LocalDate.parse("2027-01-01"), LocalDate.parse("2028-01-01")))
                    .containsExactly(holding("2027-01-06", "bo"));
            assertThat(tx.trail().ofRota(rota.id(), 0, 10)).hasSize(1);
            assertThat(tx.solves().unfinished()).isEmpty();
            assertThat(tx.menus().unfinished()).isEmpty();
            assertThat(tx.keys().find("k", "r")).isEmpty();
        });
    }

    // ---- Words of these tests

    private <T> List<T> list(Function<Transaction, List<T>> work) {
        return store.transact(work);
    }

    private <T> Optional<T> optional(Function<Transaction, Optional<T>> work) {
        return store.transact(work);
    }

    private <T> T value(Function<Transaction, T> work) {
        return store.transact(work);
    }

    private UUID published() {
        StoredRota rota = rota("red", 1, "2027-01-05", "2027-03-02", null);
        store.run(tx -> tx.rotas().add(rota));
        return rota.id();
    }

    private List<Integer> published(String from, String to) {
        return store.transact(tx -> tx.rotas().published("red", LocalDate.parse(from), LocalDate.parse(to))).stream()
                .map(StoredRota::revision)
                .toList();
    }

    private List<String> ofMember(String member, String team, int from, int to) {
        Interval range = days(from, to);
        return store.transact(tx -> tx.shifts().ofMember(member, team, range.start(), range.end())).stream()
                .map(StoredShift::team)
                .toList();
    }

    private List<Holding> pins() {
        return store.transact(
                tx -> tx.pins().ofTeam("red", LocalDate.parse("2027-01-01"), LocalDate.parse("2028-01-01")));
    }

    private static Interval days(int from, int to) {
        return new Interval(NOON.plus(Duration.ofDays(from)), NOON.plus(Duration.ofDays(to)));
    }

    private static StoredShift shift(String member, int from, int to, UUID rota) {
        return new StoredShift("red", "on-call", "primary", member, days(from, to), rota);
    }

    private static Holding holding(String day, String member) {
        return new Holding(
                new Slot(new RotationId("on-call"), new TierId("primary"), LocalDate.parse(day)), new MemberId(member));
    }

    private static Absences.Absence absence(String uid, String first, String last) {
        return new Absences.Absence(uid, new DateRange(LocalDate.parse(first), LocalDate.parse(last)));
    }

    private static TrailEntry entry(String team, UUID rota, String what) {
        return new TrailEntry(0, NOON, team, rota, "Ms Manager", what, "because", 1, 2, "{\"a\":1}");
    }

    private static StoredRota rota(String team, int revision, String from, String to, UUID basedOn) {
        return new StoredRota(
                UUID.randomUUID(),
                team,
                revision,
                RotaState.DRAFT,
                LocalDate.parse(from),
                LocalDate.parse(to),
                basedOn,
                basedOn == null ? List.of() : List.of(basedOn),
                LARGE,
                "{\"status\":\"SOLVED\"}",
                new Score(0, 1, 12_345_678_901L),
                NOON,
                "Ms Manager",
                basedOn == null ? null : "Ana is ill",
                null,
                null);
    }

    private static StoredSolve solve(String team, Instant at) {
        return new StoredSolve(
                UUID.randomUUID(),
                team,
                "Ms Manager",
                null,
                team == null ? List.of() : List.of(UUID.randomUUID(), UUID.randomUUID()),
                "QUEUED",
                0,
                LARGE,
                null,
                Duration.ZERO,
                null,
                null,
                at,
                null);
    }

    private static StoredMenu menu(UUID rota, Instant at) {
        return new StoredMenu(UUID.randomUUID(), rota, List.of(rota), "QUEUED", 1, LARGE, null, at, null);
    }

    private static <T> List<T> inParallel(List<Callable<T>> tasks) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(tasks.size())) {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(tasks)) {
                results.add(result.get());
            }
            return results;
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
