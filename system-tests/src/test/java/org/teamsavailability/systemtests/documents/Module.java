package org.teamsavailability.systemtests.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * A Maven module.
 *
 * @param name of its folder, which is its artifact
 * @param needs the modules that its main part needs, or its tests where it has no other part;
 *     sorted
 * @param starts the modules whose programs it starts as processes, sorted
 */
record Module(String name, List<String> needs, List<String> starts) {

    private static final String GROUP = "org.teamsavailability";

    /** Those of the root's pom.xml and of its profiles. */
    static List<Module> all() {
        var root = pom("pom.xml");
        var ofProfiles =
                children(root, "profiles").flatMap(profiles -> children(profiles, "profile"));
        return Stream.concat(Stream.of(root), ofProfiles)
                .flatMap(part -> children(part, "modules"))
                .flatMap(modules -> children(modules, "module"))
                .map(module -> read(module.getTextContent().strip()))
                .toList();
    }

    String readme() {
        return name + "/README.md";
    }

    private static Module read(String name) {
        var dependencies =
                children(pom(name + "/pom.xml"), "dependencies")
                        .flatMap(all -> children(all, "dependency"))
                        .filter(dependency -> text(dependency, "groupId").equals(GROUP))
                        .toList();
        boolean tests = Files.isDirectory(Documents.ROOT.resolve(name).resolve("src/test"));
        boolean main = Files.isDirectory(Documents.ROOT.resolve(name).resolve("src/main"));
        return new Module(
                name,
                withScope(dependencies, tests && !main ? "test" : ""),
                withScope(dependencies, "provided"));
    }

    private static List<String> withScope(List<Element> dependencies, String scope) {
        return dependencies.stream()
                .filter(dependency -> text(dependency, "scope").equals(scope))
                .map(dependency -> text(dependency, "artifactId"))
                .filter(module -> !module.equals("test-support"))
                .sorted()
                .toList();
    }

    private static Element pom(String path) {
        try (var file = Files.newInputStream(Documents.ROOT.resolve(path))) {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file)
                    .getDocumentElement();
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new AssertionError(path + " cannot be read", e);
        }
    }

    private static String text(Element parent, String name) {
        return children(parent, name).map(Element::getTextContent).findFirst().orElse("").strip();
    }

    private static Stream<Element> children(Element parent, String name) {
        var nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(node -> node.getNodeName().equals(name))
                .map(Element.class::cast);
    }
}
