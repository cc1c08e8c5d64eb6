# Wilson intervals by prop.test(correct = FALSE), Clopper-Pearson by binom.test; mean, standard deviation and quantiles of type 7.
# Run in this folder: Rscript expected.R
options(digits = 15, warn = 0) # prop.test warns of small counts; the interval is what is asked for
RNGkind("Mersenne-Twister", "Inversion", "Rejection")
set.seed(20260103)

digits15 <- function(x) sprintf("%.15g", x)
joined <- function(x) paste(format(x, digits = 15, trim = TRUE, scientific = FALSE), collapse = " ")

counts <- rbind(c(16, 29), c(9, 30), c(19, 29), c(11, 30), c(7, 13), c(2, 12), c(0, 29), c(3, 30), c(0, 1), c(1, 1),
  c(29, 29), c(1, 2), c(81, 263), c(15, 148), c(0, 20), c(500, 1000), c(1, 100000))
wilson <- do.call(rbind, lapply(seq_len(nrow(counts)), function(i) {
  do.call(rbind, lapply(c(0.05, 0.1, 0.01), function(alpha) {
    x <- counts[i, 1]
    n <- counts[i, 2]
    ci <- suppressWarnings(prop.test(x, n, conf.level = 1 - alpha, correct = FALSE))$conf.int
    data.frame(events = x, size = format(n, scientific = FALSE), alpha = alpha, estimate = digits15(x / n),
      lower = digits15(ci[1]), upper = digits15(ci[2]))
  }))
}))
write.csv(wilson, "wilson.csv", row.names = FALSE, quote = FALSE)
exact <- wilson
for (i in seq_len(nrow(exact))) {
  ci <- binom.test(wilson$events[i], as.numeric(wilson$size[i]), conf.level = 1 - wilson$alpha[i])$conf.int
  exact$lower[i] <- digits15(ci[1])
  exact$upper[i] <- digits15(ci[2])
}
write.csv(exact, "clopper-pearson.csv", row.names = FALSE, quote = FALSE)

samples <- c(list(5, c(1, 2), c(3, 3, 3), c(1e6 + 0.1, 1e6 + 0.2, 1e6 + 0.4), c(-1, 0, 1, 2)),
  lapply(1:35, function(i) round(rnorm(sample(2:40, 1), sample(c(0, 10, 500), 1), sample(c(0.5, 20), 1)), i %% 4)))
summaries <- do.call(rbind, lapply(samples, function(x) {
  data.frame(values = joined(x), n = length(x), mean = digits15(mean(x)),
    sd = if (length(x) > 1) digits15(sd(x)) else "", min = digits15(min(x)),
    q1 = digits15(unname(quantile(x, 0.25, type = 7))), median = digits15(median(x)),
    q3 = digits15(unname(quantile(x, 0.75, type = 7))), p90 = digits15(unname(quantile(x, 0.9, type = 7))),
    max = digits15(max(x)))
}))
write.csv(summaries, "summaries.csv", row.names = FALSE, quote = FALSE)
cat(R.version.string, "\n")
