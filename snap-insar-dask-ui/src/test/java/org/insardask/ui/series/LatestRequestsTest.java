package org.insardask.ui.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The latest wish wins, nothing waits for the worker, failures are told. */
@Timeout(20)
class LatestRequestsTest {

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final LatestRequests<String> requests = new LatestRequests<>("test reader", Runnable::run);

    private void await(CountDownLatch latch) throws InterruptedException {
        assertTrue(latch.await(10, TimeUnit.SECONDS), "told so far: " + told);
    }

    @Test
    void onlyTheLatestOfManyWishesIsDone() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        List<Integer> worked = new CopyOnWriteArrayList<>();
        for (int i = 0; i < 100; i++) {
            int wish = i;
            requests.submit("cursor", obsolete -> {
                worked.add(wish);
                started.countDown();
                await(go);
                return wish;
            }, result -> {
                told.add("cursor " + result);
                done.countDown();
            }, e -> told.add("failed"));
            if (i == 0) {
                await(started);
            }
        }
        go.countDown();
        await(done);
        assertEquals(List.of(0, 99), worked);
        assertEquals(List.of("cursor 99"), told);
    }

    @Test
    void runningWorkLearnsThatItIsObsolete() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        requests.submit("cursor", obsolete -> {
            started.countDown();
            while (!obsolete.getAsBoolean()) {
                Thread.onSpinWait();
            }
            ended.countDown();
            return "old";
        }, told::add, e -> told.add("failed"));
        await(started);
        CountDownLatch done = new CountDownLatch(1);
        requests.submit("cursor", obsolete -> "new", result -> {
            told.add(result);
            done.countDown();
        }, e -> told.add("failed"));
        await(ended);
        await(done);
        assertEquals(List.of("new"), told);
    }

    @Test
    void keysDoNotDisturbEachOtherAndWorkIsOnAnotherThread() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(2);
        List<Thread> threads = new CopyOnWriteArrayList<>();
        for (String key : List.of("pin_1", "pin_2")) {
            requests.submit(key, obsolete -> {
                threads.add(Thread.currentThread());
                return key;
            }, result -> {
                told.add(result);
                done.countDown();
            }, e -> told.add("failed"));
        }
        await(done);
        assertEquals(List.of("pin_1", "pin_2"), told);
        threads.forEach(thread -> assertNotSame(Thread.currentThread(), thread));
    }

    @Test
    void failuresAreToldAndTheNextWishIsDone() throws InterruptedException {
        CountDownLatch failed = new CountDownLatch(1);
        requests.submit("cursor", obsolete -> {
            throw new IOException("disk");
        }, result -> told.add("done"), e -> {
            told.add(e.getMessage());
            failed.countDown();
        });
        await(failed);
        CountDownLatch done = new CountDownLatch(1);
        requests.submit("cursor", obsolete -> 1, result -> done.countDown(), e -> told.add("failed"));
        await(done);
        assertEquals(List.of("disk"), told);
    }

    @Test
    void cancelledWishesAreNotTold() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        requests.submit("cursor", obsolete -> {
            started.countDown();
            await(go);
            return "cursor";
        }, told::add, e -> told.add("failed"));
        await(started);
        requests.cancelAll();
        go.countDown();
        CountDownLatch done = new CountDownLatch(1);
        requests.submit("other", obsolete -> "other", result -> {
            told.add(result);
            done.countDown();
        }, e -> told.add("failed"));
        await(done);
        assertEquals(List.of("other"), told);
    }
}
