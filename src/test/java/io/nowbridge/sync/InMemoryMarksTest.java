package io.nowbridge.sync;

class InMemoryMarksTest extends MarksContract {

    private final InMemoryMarks marks = new InMemoryMarks();

    @Override
    protected Marks marks() {
        return marks;
    }
}
