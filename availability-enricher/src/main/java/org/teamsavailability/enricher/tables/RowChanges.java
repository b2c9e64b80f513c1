package org.teamsavailability.enricher.tables;

/** Is told when rows of a table have changed, on the thread that changed them. */
interface RowChanges {

    /** For a table of which nobody keeps copies. */
    RowChanges IGNORED =
            new RowChanges() {
                @Override
                public void changed(String key) {}

                @Override
                public void allChanged() {}
            };

    void changed(String key);

    /** The table is opened: any row may differ from what was there before. */
    void allChanged();
}
