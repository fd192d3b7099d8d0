package org.insardask.ui.points;

/** Is told how far something has come. */
@FunctionalInterface
interface Progress {

    /** For those who do not want to know. */
    Progress NONE = share -> { };

    /**
     * Takes the share that is done.
     *
     * @param share 0 to 1
     * @throws java.util.concurrent.CancellationException where it is to stop
     */
    void at(double share);
}
