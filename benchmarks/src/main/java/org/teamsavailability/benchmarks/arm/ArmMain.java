package org.teamsavailability.benchmarks.arm;

/** Runs the arms that are programs of this module. */
public final class ArmMain {

    private ArmMain() {}

    /** Our topology with Graph answered from memory, configured by the environment. */
    public static void runPassThrough() throws InterruptedException {
        PassThroughArm.run();
        Thread.currentThread().join();
    }

    /**
     * A peer; returns when the process is asked to end.
     *
     * @throws IllegalArgumentException for an arm that is no peer
     */
    public static void runPeer(Arm arm, ArmSettings settings) throws InterruptedException {
        switch (arm) {
            case NAIVE -> new NaiveArm(settings).run();
            case PARALLEL_100, PARALLEL_1000 ->
                    new ParallelConsumerArm(
                                    settings,
                                    arm.concurrency(),
                                    new PlainGraph(settings.simulator()))
                            .run();
            case PEER_WITH_GATEWAY ->
                    new ParallelConsumerArm(settings, arm.concurrency(), new GatewayTeams(settings))
                            .run();
            case OURS, PASS_THROUGH -> throw new IllegalArgumentException(arm.id() + " is no peer");
        }
    }
}
