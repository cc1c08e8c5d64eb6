# Performance measures of a simulation study with Monte Carlo standard errors: Morris, White and Crowther (2019), table 6,
# from all repetitions kept. Assurance by integration. Run in this folder: Rscript expected.R
options(digits = 15)
RNGkind("Mersenne-Twister", "Inversion", "Rejection")
set.seed(20260106)
digits15 <- function(x) sprintf("%.15g", x)

measures <- function(r, truth) {
  n <- nrow(r)
  e <- r$estimate
  emp <- sd(e)
  mse <- mean((e - truth)^2)
  v <- r$standard_error^2
  mod <- sqrt(mean(v))
  var.v <- var(v)
  cover <- mean(r$lower <= truth & truth <= r$upper)
  reject <- mean(r$rejects)
  rbind(
    estimate = c(mean(e), emp / sqrt(n)),
    bias = c(mean(e) - truth, emp / sqrt(n)),
    empirical_error = c(emp, emp / sqrt(2 * (n - 1))),
    mean_squared_error = c(mse, sqrt(sum(((e - truth)^2 - mse)^2) / (n * (n - 1)))),
    model_error = c(mod, sqrt(var.v / (4 * n * mod^2))),
    relative_error = c(mod / emp - 1, mod / emp * sqrt(var.v / (4 * n * mod^4) + 1 / (2 * (n - 1)))),
    coverage = c(cover, sqrt(cover * (1 - cover) / n)),
    rejection_rate = c(reject, sqrt(reject * (1 - reject) / n)))
}

truth <- 0.25
n <- 400
repetitions <- data.frame(estimate = round(rnorm(n, truth + 0.01, 0.12), 6), standard_error = round(runif(n, 0.09, 0.14), 6))
repetitions$lower <- round(repetitions$estimate - 1.96 * repetitions$standard_error, 6)
repetitions$upper <- round(repetitions$estimate + 1.96 * repetitions$standard_error, 6)
repetitions$rejects <- as.integer(repetitions$lower > 0)
write.csv(repetitions, "repetitions.csv", row.names = FALSE, quote = FALSE)
m <- measures(repetitions, truth)
write.csv(data.frame(measure = rownames(m), truth = truth, value = digits15(m[, 1]), error = digits15(m[, 2])), "expected.csv",
  row.names = FALSE, quote = FALSE)

# Assurance of Pearson's test, two-sided 5 %: placebo proportion Beta(9, 16), difference Normal(0.157, 0.076), kept within 0 and 1.
region <- function(n) outer(0:n, 0:n, function(a, b) {
  p <- (a + b) / (2 * n)
  chi <- ifelse(p == 0 | p == 1, 0, (a / n - b / n)^2 / (p * (1 - p) * 2 / n))
  pchisq(chi, 1, lower.tail = FALSE) < 0.05
})
assurance <- function(n) {
  r <- region(n)
  power <- function(p1, p2) as.vector(dbinom(0:n, n, p1) %*% r %*% dbinom(0:n, n, p2))
  k <- 400 # midpoints of equal probability, on both scales
  u <- (seq_len(k) - 0.5) / k
  mean(sapply(qbeta(u, 9, 16), function(p2) mean(sapply(qnorm(u, 0.157, 0.076), function(d) power(min(max(p2 + d, 0), 1), p2)))))
}
sizes <- c(30, 61, 100)
write.csv(data.frame(size = sizes, assurance = digits15(sapply(sizes, assurance))), "assurance.csv", row.names = FALSE, quote = FALSE)
cat(R.version.string, "\n")
