/** An agent that does nothing: it is there for the class path of its jar. */
final class Agent {

    private Agent() {}

    /** Called by the JVM before the program starts. */
    public static void premain(String arguments) {}
}
