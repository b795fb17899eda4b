package io.nowbridge.product;

import static io.nowbridge.product.RunningProducts.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.Failure;
import io.nowbridge.activity.Result;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.ConnectionFixtures;
import io.nowbridge.product.Run.State;
import io.nowbridge.product.Run.Task;
import io.nowbridge.template.Schedule;
import io.nowbridge.template.Schedule.Rate;
import io.nowbridge.template.Schedule.Unit;
import io.nowbridge.template.TemplateFixtures;
import io.nowbridge.template.TemplateForm;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartDueRunsTest {

    private final RunningProducts running = new RunningProducts(every(1, Unit.HOURS));

    @Test
    void aTemplateRunsAtItsTimesAndAtNoOther() {
        running.catalogue.lists(List.of(ProductFixtures.product("1")));

        running.pass(Duration.ofMinutes(59));
        assertThat(running.allRuns()).isEmpty();

        running.pass(Duration.ofMinutes(61));
        assertThat(running.allRuns()).hasSize(2).allMatch(run -> run.startedBy().equals("schedule"));
    }

    @Test
    void timesThatWereMissedAreMadeUpForOnce() {
        running.catalogue.lists(List.of(ProductFixtures.product("1")));
        running.passWithoutTicks(Duration.ofHours(5));

        running.pass(Duration.ofMinutes(10));

        assertThat(running.allRuns()).hasSize(1);
    }

    @Test
    void aDisabledTemplateDoesNotRun() {
        var template = running.template();
        await(running.templates.disable(template.switched(false, TemplateFixtures.BY_MARIA)));

        running.pass(Duration.ofHours(3));

        assertThat(running.allRuns()).isEmpty();
    }

    @Test
    void aTimeThatComesWhileAnotherRunIsUnderWayIsLoggedOnceAndOneRunFollows() {
        running.catalogue.lists(List.of(ProductFixtures.product("1")));
        running.desk.failNext(ProductFixtures.down(Duration.ofMinutes(50), false), 3);
        var first = running.sync();

        running.pass(Duration.ofMinutes(150));
        running.passUntilAllEnded();
        running.pass(Duration.ofMinutes(2));

        assertThat(running.log.entries().stream()
                        .filter(entry -> entry.function().equals("scheduledProductSync")))
                .hasSize(2)
                .allSatisfy(entry -> {
                    assertThat(entry.result()).isEqualTo(Result.FAILED);
                    assertThat(entry.failures().getFirst().cause())
                            .isEqualTo("The run " + first.id() + " had not ended yet");
                });
        assertThat(running.allRuns()).hasSize(2).allMatch(run -> run.state() == State.ENDED);
    }

    @Test
    void aTimeThatComesWhileARunIsHeldWaitsForAnAdministrator() {
        running.catalogue.lists(ProductFixtures.products(20));
        running.sync();
        running.catalogue.lists(ProductFixtures.products(10));
        var held = running.sync();

        running.pass(Duration.ofMinutes(61));

        assertThat(held.state()).isEqualTo(State.HELD);
        assertThat(running.log.entries().stream()
                        .filter(entry -> entry.function().equals("scheduledProductSync"))
                        .flatMap(entry -> entry.failures().stream()))
                .containsExactly(new Failure(
                        running.template().form().name(),
                        "The run " + held.id() + " is held",
                        WhoCanFix.ADMINISTRATOR,
                        "Let that run go on, or cancel it: until then no other starts between the same two systems."));
    }

    @Test
    void aTimeAtWhichTheConnectionIsClosedIsLoggedOnce() {
        running.connections.given(
                ConnectionFixtures.disabled(ConnectionFixtures.connection(TemplateFixtures.DESK.value())));

        running.pass(Duration.ofMinutes(90));

        assertThat(running.allRuns()).isEmpty();
        assertThat(running.log.entries()).extracting(Activity::function).containsExactly("scheduledProductSync");
    }

    @Test
    void aRunWhoseMessageWasLostIsPlannedByTheNextTick() {
        running.catalogue.lists(List.of(ProductFixtures.product("1")));
        var started = (StartRun.Outcome.Started) running.start(Task.SYNC);
        running.queue.planned();

        running.pass(Duration.ofMinutes(1));

        assertThat(running.runs.run(started.run().id()).result()).contains(Result.SUCCESS);
    }

    @Test
    void whatIsDueIsStartedAlthoughWhatIsLeftCannotBeLookedAfter() {
        running.catalogue.lists(List.of(ProductFixtures.product("1")));
        running.passWithoutTicks(Duration.ofHours(2));
        running.runs.failNext("open");

        assertThatThrownBy(() -> RunningProducts.await(running.work.startDue().run()))
                .hasMessage("the store is down");

        assertThat(running.allRuns()).hasSize(1);
    }

    private static TemplateForm every(int number, Unit unit) {
        return scheduled(ProductFixtures.everything(), new Rate(number, unit));
    }

    private static TemplateForm scheduled(TemplateForm form, Schedule schedule) {
        return new TemplateForm(
                form.kind(), form.name(), form.desk(), form.distributor(), schedule, form.mappings(), form.options());
    }
}
