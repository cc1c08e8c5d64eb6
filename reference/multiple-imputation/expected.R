# Rubin's rules by mice's pool.scalar, with Rubin's (1987) and Barnard and Rubin's (1999) degrees of freedom.
# Run in this folder: Rscript expected.R (needs mice: Debian's r-cran-mice)
suppressPackageStartupMessages(library(mice))
options(digits = 15)
RNGkind("Mersenne-Twister", "Inversion", "Rejection")
set.seed(20260104)

digits15 <- function(x) sprintf("%.15g", x)
joined <- function(x) paste(digits15(x), collapse = " ")

pooled <- function(q, se, complete, alpha) {
  # pool.scalar takes the degrees of freedom of complete data as n - k.
  rule <- "rubin1987"
  p <- pool.scalar(q, se^2, n = complete + 1, k = 1, rule = rule)
  df <- p$df
  t <- qt(1 - alpha / 2, df)
  error <- sqrt(p$t)
  data.frame(estimates = joined(q), standard_errors = joined(se), complete_df = if (is.finite(complete)) complete else "Infinity",
    alpha = alpha, estimate = digits15(p$qbar), standard_error = digits15(error), df = digits15(df),
    missing_information = digits15(p$fmi), lower = digits15(p$qbar - t * error), upper = digits15(p$qbar + t * error),
    p = digits15(2 * pt(-abs(p$qbar / error), df)))
}

rows <- list()
for (i in 1:12) {
  m <- c(2, 5, 20, 50)[1 + i %% 4]
  q <- round(rnorm(m, 0.25, c(0.005, 0.05, 0.3)[1 + i %% 3]), 6)
  se <- round(runif(m, 0.1, 0.14), 6)
  for (complete in c(Inf, 57, 5)) rows[[length(rows) + 1]] <- pooled(q, se, complete, c(0.05, 0.1)[1 + i %% 2])
}
write.csv(do.call(rbind, rows), "expected.csv", row.names = FALSE, quote = FALSE)

# The chance of each number of events when unknown responses are drawn from the posterior: beta-binomial.
beta.binomial <- function(m, a, b) choose(m, 0:m) * beta(0:m + a, m - 0:m + b) / beta(a, b)
cases <- list(c(3, 12, 4, 0.5, 0.5), c(0, 5, 3, 0.5, 0.5), c(16, 28, 2, 1, 1), c(0, 0, 2, 0.5, 0.5))
chances <- do.call(rbind, lapply(cases, function(k) data.frame(events = k[1], size = k[2], unknown = k[3], prior_events = k[4],
  prior_others = k[5], chances = joined(beta.binomial(k[3], k[1] + k[4], k[2] - k[1] + k[5])))))
write.csv(chances, "chances.csv", row.names = FALSE, quote = FALSE)
cat(R.version.string, "mice", as.character(packageVersion("mice")), "\n")
