# Stratified Miettinen-Nurminen interval of the difference of two proportions, from the definition alone.
# Restricted estimates: zero of the slope of the log-likelihood by uniroot, checked against optimize.
# Limits: uniroot on the signed score statistic. Run in this folder: Rscript expected.R
options(digits = 15, warn = 2)

count <- function(side, n) as.integer(sapply(strsplit(side, "/"), `[`, n))
read.strata <- function(text) {
  sides <- strsplit(strsplit(text, "; ")[[1]], " v ")
  first <- sapply(sides, `[`, 1)
  second <- sapply(sides, `[`, 2)
  s <- data.frame(x1 = count(first, 1), n1 = count(first, 2), x2 = count(second, 1), n2 = count(second, 2))
  s[s$n1 > 0 & s$n2 > 0, ]
}

log.likelihood <- function(p2, d, s) {
  term <- function(x, p) ifelse(x == 0, 0, x * log(p))
  p1 <- p2 + d
  term(s$x1, p1) + term(s$n1 - s$x1, 1 - p1) + term(s$x2, p2) + term(s$n2 - s$x2, 1 - p2)
}

restricted <- function(s, d) {
  low <- max(0, -d)
  high <- min(1, 1 - d)
  slope <- function(p) {
    ratio <- function(x, q) if (x == 0) 0 else x / max(q, 0)
    value <- ratio(s$x1, p + d) - ratio(s$n1 - s$x1, 1 - p - d) + ratio(s$x2, p) - ratio(s$n2 - s$x2, 1 - p)
    max(-1e300, min(1e300, value))
  }
  inner <- 1e-15 * (high - low)
  at.low <- slope(low + inner)
  at.high <- slope(high - inner)
  p2 <- if (at.low <= 0) low
    else if (at.high >= 0) high
    else uniroot(slope, c(low + inner, high - inner), f.lower = at.low, f.upper = at.high,
                 tol = 1e-16, maxiter = 10000)$root
  # A second way to the same point, as precise as a maximum can be found from values alone. R's optimizer stops
  # short of the ends, hence the wider berth there.
  climbed <- optimize(log.likelihood, c(low, high), d = d, s = s, maximum = TRUE, tol = 1e-10)$maximum
  stopifnot(abs(p2 - climbed) < 2e-5)
  c(min(max(p2 + d, 0), 1), p2)
}

weights.of <- function(s, weighting) {
  if (weighting == "mantel-haenszel") s$n1 * s$n2 / (s$n1 + s$n2) else s$n1 + s$n2
}

difference <- function(s, weighting = "mantel-haenszel") {
  w <- weights.of(s, weighting)
  sum(w * (s$x1 / s$n1 - s$x2 / s$n2)) / sum(w)
}

score <- function(s, d, weighting = "mantel-haenszel") {
  w <- weights.of(s, weighting)
  variance <- sapply(seq_len(nrow(s)), function(i) {
    p <- restricted(s[i, ], d)
    n <- s$n1[i] + s$n2[i]
    (p[1] * (1 - p[1]) / s$n1[i] + p[2] * (1 - p[2]) / s$n2[i]) * n / (n - 1)
  })
  distance <- sum(w * (s$x1 / s$n1 - s$x2 / s$n2 - d))
  distance / sqrt(sum(w^2 * variance))
}

limits <- function(s, alpha, weighting = "mantel-haenszel") {
  z <- qnorm(1 - alpha / 2)
  estimate <- difference(s, weighting)
  near <- 1e-12
  lower <- if (estimate <= -1 + near) -1 else
    uniroot(function(d) score(s, d, weighting) - z, c(-1 + near, estimate - near), tol = 1e-15, maxiter = 10000)$root
  upper <- if (estimate >= 1 - near) 1 else
    uniroot(function(d) score(s, d, weighting) + z, c(estimate + near, 1 - near), tol = 1e-15, maxiter = 10000)$root
  c(lower, upper)
}

# Published answers first: this file is to be believed only as far as it reproduces them.
published <- read.csv("published.csv", colClasses = "character")
for (i in seq_len(nrow(published))) {
  row <- published[i, ]
  s <- read.strata(row$strata)
  ours <- c(difference(s, row$weights), limits(s, as.numeric(row$alpha), row$weights))
  theirs <- as.numeric(row[c("estimate", "lower", "upper")])
  stopifnot(all(abs(ours - theirs) <= as.numeric(row$tolerance), na.rm = TRUE))
}

digits15 <- function(x) sprintf("%.15g", x)
cases <- read.csv("strata.csv", colClasses = "character")
rows <- list()
for (i in seq_len(nrow(cases))) {
  s <- read.strata(cases$strata[i])
  for (alpha in c("0.05", "0.1")) {
    ci <- limits(s, as.numeric(alpha))
    rows[[length(rows) + 1]] <- data.frame(case = cases$case[i], strata = cases$strata[i], alpha = alpha,
      estimate = digits15(difference(s)), lower = digits15(ci[1]), upper = digits15(ci[2]))
  }
}
write.csv(do.call(rbind, rows), "expected.csv", row.names = FALSE, quote = FALSE)
cat(R.version.string, "\n")
