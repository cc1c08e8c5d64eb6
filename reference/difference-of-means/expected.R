# Two-sample t tests, pooled and Welch. The data are drawn here once, rounded to what a form would hold, and kept in
# expected.csv beside the answers. Run in this folder: Rscript expected.R
options(digits = 15, warn = 2)
RNGkind("Mersenne-Twister", "Inversion", "Rejection")
set.seed(20260101)

digits15 <- function(x) sprintf("%.15g", x)
joined <- function(x) paste(format(x, digits = 15, trim = TRUE, scientific = FALSE), collapse = " ")

draw <- function(i) {
  n1 <- sample(2:30, 1)
  n2 <- if (i %% 3 == 0) 2 * n1 else sample(2:30, 1)
  level <- sample(c(0, 1, 50, 1e4, -3, 0.002), 1)
  spread <- sample(c(0.5, 2, 10), 1) * if (level == 0.002) 0.001 else 1
  decimals <- if (level == 0.002) 6 else 1
  list(first = round(rnorm(n1, level + spread * runif(1, -1, 1), spread), decimals),
       second = round(rnorm(n2, level, spread * sample(c(1, 1, 4), 1)), decimals))
}

fixed <- list(
  list(first = c(1, 2), second = c(3, 5)),
  list(first = c(1, 1, 1), second = c(2, 3)),
  list(first = c(0, 1, 1, 0, 1), second = c(0, 0, 0, 1, 0, 0)),
  list(first = rep(c(1, 0), c(16, 13)), second = rep(c(1, 0), c(9, 21))),
  list(first = c(1000000.1, 1000000.2, 1000000.4), second = c(1000000.3, 1000000.5, 1000000.9, 1000000.7)),
  list(first = c(5, 6, 7), second = c(5, 6, 7)))
samples <- c(fixed, lapply(1:34, draw))

answer <- function(case, s, alpha, pooled) {
  t <- t.test(s$first, s$second, var.equal = pooled, conf.level = 1 - alpha)
  data.frame(case = case, variances = if (pooled) "pooled" else "welch", alpha = alpha,
    first = joined(s$first), second = joined(s$second),
    estimate = digits15(unname(t$estimate[1] - t$estimate[2])), standard_error = digits15(t$stderr),
    df = digits15(unname(t$parameter)), t = digits15(unname(t$statistic)), p = digits15(t$p.value),
    lower = digits15(t$conf.int[1]), upper = digits15(t$conf.int[2]))
}

rows <- list()
for (i in seq_along(samples)) {
  for (pooled in c(TRUE, FALSE)) {
    rows[[length(rows) + 1]] <- answer(i, samples[[i]], if (i %% 5 == 0) 0.1 else 0.05, pooled)
  }
}
write.csv(do.call(rbind, rows), "expected.csv", row.names = FALSE, quote = FALSE)
cat(R.version.string, "\n")
