package org.teamsavailability.systemtests.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The Markdown documents of the repository. */
public final class Documents {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** Folders that hold what a build makes. */
    private static final Set<String> BUILT = Set.of("target", "node_modules");

    private Documents() {}

    /** The path of each document in the repository, sorted, such as {@code docs/index.md}. */
    public static List<String> all() {
        return files(".md").stream().map(file -> ROOT.relativize(file).toString()).toList();
    }

    /** The files of the repository whose name ends like this, sorted. */
    static List<Path> files(String ending) {
        var found = new ArrayList<Path>();
        try {
            Files.walkFileTree(ROOT, new Sources(ending, found));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.stream().sorted().toList();
    }

    /**
     * @param document its path in the repository
     */
    static String text(String document) {
        return text(ROOT.resolve(document));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static final class Sources extends SimpleFileVisitor<Path> {

        private final String ending;
        private final List<Path> found;

        Sources(String ending, List<Path> found) {
            this.ending = ending;
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            var name = folder.getFileName().toString();
            boolean hidden = name.startsWith(".") && !folder.equals(ROOT);
            return hidden || BUILT.contains(name)
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.getFileName().toString().endsWith(ending)) {
                found.add(file);
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
