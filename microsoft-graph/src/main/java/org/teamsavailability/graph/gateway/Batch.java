package org.teamsavailability.graph.gateway;

import java.util.List;

/**
 * The questions of one call.
 *
 * @param suspect whether one of them is thought to be refused; then it takes in no others
 */
record Batch<K, R>(List<Question<K, R>> questions, boolean suspect) {

    List<K> keys() {
        return questions.stream().map(Question::key).toList();
    }

    int setbacks() {
        return questions.stream().mapToInt(Question::setbacks).max().orElse(0);
    }

    Batch<K, R> withoutForsaken() {
        return with(questions.stream().filter(question -> !question.isForsaken()).toList());
    }

    Batch<K, R> with(List<Question<K, R>> some) {
        return new Batch<>(some, suspect);
    }

    Batch<K, R> suspects(int from, int to) {
        return new Batch<>(questions.subList(from, to), true);
    }

    int size() {
        return questions.size();
    }

    boolean isEmpty() {
        return questions.isEmpty();
    }
}
