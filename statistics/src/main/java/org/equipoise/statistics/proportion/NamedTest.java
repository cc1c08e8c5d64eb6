package org.equipoise.statistics.proportion;

import org.equipoise.statistics.answer.Answer;
import org.equipoise.statistics.answer.Reason;
import org.equipoise.statistics.answer.TestResult;

/// The two-sided tests of one two-by-two table that reports name, or leave to be guessed.
///
/// A chi-square is 0 where nothing varies, so that p is 1, as in `StratifiedTwoByTwo`; tests that divide by the spread
/// within the groups have no answer there.
public enum NamedTest {
    PEARSON("Pearson chi-square test"),
    /// Cochran-Mantel-Haenszel for one stratum. Source: Campbell, Statistics in Medicine 26 (2007) 3661-3675.
    N_MINUS_1("N-1 chi-square test"),
    YATES("chi-square test with Yates' continuity correction"),
    LIKELIHOOD_RATIO("likelihood-ratio chi-square test"),
    WALD("Wald z test with unpooled variances"),
    STUDENT("Student t test on 0 and 1"),
    WELCH("Welch t test on 0 and 1"),
    FISHER("Fisher's exact test, two-sided by likelihood"),
    /// Two-sided as in SciPy, and in the R package exact2x2 by its `central` method.
    BOSCHLOO("Boschloo's test, twice the smaller one-sided p"),
    BOSCHLOO_BY_LIKELIHOOD("Boschloo's test, ordered by Fisher's two-sided p"),
    BARNARD("Barnard's test, ordered by the pooled z");

    private final String method;

    NamedTest(String method) {
        this.method = method;
    }

    /// The test in a footnote's words.
    public String method() {
        return method;
    }

    /// Do the proportions of the two groups differ?
    public Answer<TestResult> of(TwoByTwo table) {
        if (!table.compares()) {
            return new Answer.NotEstimable<>(method, Reason.EMPTY_GROUP);
        }
        return switch (this) {
            case PEARSON -> found(ChiSquareTests.pearson(table));
            case N_MINUS_1 -> found(ChiSquareTests.nMinus1(table));
            case YATES -> found(ChiSquareTests.yates(table));
            case LIKELIHOOD_RATIO -> found(ChiSquareTests.likelihoodRatio(table));
            case WALD -> SpreadTests.wald(method, table);
            case STUDENT -> SpreadTests.student(method, table);
            case WELCH -> SpreadTests.welch(method, table);
            case FISHER -> found(new FisherTest(table).byLikelihood());
            case BOSCHLOO -> found(UnconditionalTest.boschlooByTail(table));
            case BOSCHLOO_BY_LIKELIHOOD -> found(UnconditionalTest.boschlooByLikelihood(table));
            case BARNARD -> found(UnconditionalTest.barnard(table));
        };
    }

    /// Whether p lies below alpha; a test without an answer rejects nothing.
    public boolean rejects(TwoByTwo table, double alpha) {
        return of(table) instanceof Answer.Found<TestResult>(TestResult found) && found.p() < alpha;
    }

    private Answer<TestResult> found(double p) {
        return new Answer.Found<>(new TestResult(method, p));
    }
}
