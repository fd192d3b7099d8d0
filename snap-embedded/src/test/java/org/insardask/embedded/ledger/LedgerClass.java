package org.insardask.embedded.ledger;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One class of the ledger: how it is declared, and its members. */
final class LedgerClass {

    private static final Pattern NAME = Pattern.compile("(?:class|interface) ([\\w.$]+)");
    private static final Pattern DROPPED = Pattern.compile("\\b(?:synchronized|native|transient|volatile) ");

    private final String header;
    private final String name;
    private final Set<String> members = new LinkedHashSet<>();

    LedgerClass(String line) {
        header = line.substring(0, line.length() - 1).trim();
        Matcher matcher = NAME.matcher(header);
        if (!line.endsWith("{") || !matcher.find()) {
            throw new IllegalArgumentException("not the first line of a class: " + line);
        }
        name = matcher.group(1);
    }

    String name() {
        return name;
    }

    void addMember(String line) {
        members.add(normalize(line));
    }

    LedgerClass merge(LedgerClass other) {
        members.addAll(other.members);
        return this;
    }

    boolean has(String member) {
        return members.contains(member);
    }

    boolean isDeclared(String modifier) {
        return (" " + header.substring(0, header.indexOf(name))).contains(" " + modifier + " ");
    }

    /** Whether the class names this superclass or interface. */
    boolean isDerivedFrom(String type) {
        return Pattern.compile("[ ,<]" + Pattern.quote(type) + "(?:[ ,<]|$)").matcher(header).find();
    }

    boolean hasSuperclass() {
        return Pattern.compile("(?:^|>| )" + Pattern.quote(name) + "(?:<.*>)? extends ").matcher(header).find();
    }

    Set<String> abstractMembers() {
        return members.stream().filter(member -> member.contains(" abstract ")).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String normalize(String line) {
        String text = DROPPED.matcher(line).replaceAll("");
        return text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
    }
}
