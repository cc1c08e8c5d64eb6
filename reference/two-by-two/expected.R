# Tests and intervals of single two-by-two tables, each by a function of R or of a package that is not ours.
# Run in this folder: Rscript expected.R (needs metafor: Debian's r-cran-metafor)
suppressPackageStartupMessages(library(metafor))
options(digits = 15, warn = 0) # R warns of small counts; the asymptotic p is what is asked for

digits15 <- function(x) sprintf("%.15g", x)
round.half.up <- function(x, decimals) floor(x * 10^decimals + 0.5) / 10^decimals

tests <- function(x1, n1, x2, n2) {
  m <- matrix(c(x1, n1 - x1, x2, n2 - x2), 2)
  N <- n1 + n2
  pearson <- suppressWarnings(chisq.test(m, correct = FALSE))
  first <- rep(c(1, 0), c(x1, n1 - x1))
  second <- rep(c(1, 0), c(x2, n2 - x2))
  y <- c(first, second)
  g <- rep(1:2, c(n1, n2))
  likelihood <- anova(suppressWarnings(glm(y ~ g, family = binomial, control = list(epsilon = 1e-14, maxit = 100))), test = "LRT")
  rd <- escalc("RD", ai = x1, n1i = n1, ci = x2, n2i = n2, to = "none")
  t.p <- function(equal) tryCatch(t.test(first, second, var.equal = equal)$p.value, error = function(e) NA)
  c(PEARSON = pearson$p.value, N_MINUS_1 = pchisq(unname(pearson$statistic) * (N - 1) / N, 1, lower.tail = FALSE),
    YATES = suppressWarnings(chisq.test(m, correct = TRUE))$p.value,
    LIKELIHOOD_RATIO = likelihood[2, "Pr(>Chi)"],
    WALD = if (rd$vi > 0) 2 * pnorm(-abs(rd$yi) / sqrt(rd$vi)) else NA,
    STUDENT = t.p(TRUE), WELCH = t.p(FALSE), FISHER = fisher.test(m)$p.value)
}

# Limits of a log ratio from metafor; Newcombe's from R's own Wilson limits.
intervals <- function(x1, n1, x2, n2, alpha) {
  z <- qnorm(1 - alpha / 2)
  ratio <- function(measure) {
    e <- escalc(measure, ai = x1, n1i = n1, ci = x2, n2i = n2, to = "none")
    exp(c(e$yi, e$yi - z * sqrt(e$vi), e$yi + z * sqrt(e$vi)))
  }
  wilson <- function(x, n) suppressWarnings(prop.test(x, n, conf.level = 1 - alpha, correct = FALSE))$conf.int
  w1 <- wilson(x1, n1)
  w2 <- wilson(x2, n2)
  d <- x1 / n1 - x2 / n2
  newcombe <- c(d, d - sqrt((x1 / n1 - w1[1])^2 + (w2[2] - x2 / n2)^2), d + sqrt((w1[2] - x1 / n1)^2 + (x2 / n2 - w2[1])^2))
  list(RISK_DIFFERENCE = newcombe, RISK_RATIO = if (x1 * x2 > 0 && x1 * x2 < n1 * n2) ratio("RR") else NA,
    ODDS_RATIO = if (x1 * x2 * (n1 - x1) * (n2 - x2) > 0) ratio("OR") else NA)
}

cases <- read.csv("tables.csv", colClasses = "character")
p.rows <- list()
interval.rows <- list()
for (i in seq_len(nrow(cases))) {
  n <- as.numeric(strsplit(cases$table[i], "/| v ")[[1]])
  p <- tests(n[1], n[2], n[3], n[4])
  for (name in names(p)[!is.na(p)]) {
    p.rows[[length(p.rows) + 1]] <- data.frame(table = cases$table[i], test = name, p = digits15(p[[name]]))
  }
  for (alpha in c("0.05", "0.1")) {
    found <- intervals(n[1], n[2], n[3], n[4], as.numeric(alpha))
    for (name in names(found)[!is.na(sapply(found, `[`, 1))]) {
      interval.rows[[length(interval.rows) + 1]] <- data.frame(table = cases$table[i], measure = name, alpha = alpha,
        estimate = digits15(found[[name]][1]), lower = digits15(found[[name]][2]), upper = digits15(found[[name]][3]))
    }
  }
}
p.rows <- do.call(rbind, p.rows)
write.csv(p.rows, "tests.csv", row.names = FALSE, quote = FALSE)
write.csv(do.call(rbind, interval.rows), "intervals.csv", row.names = FALSE, quote = FALSE)

# Which tests round to a p as printed. The unconditional tests are those of unconditional.py.
all.p <- rbind(p.rows, read.csv("unconditional.csv", colClasses = "character"))
printed <- data.frame(table = c("16/29 v 9/30", "19/29 v 11/30", "7/13 v 2/12", "16/29 v 9/30", "7/34 v 1/34"),
  p = c("0.052", "0.027", "0.036", "0.05", "0.0250"))
printed$agreeing <- sapply(seq_len(nrow(printed)), function(i) {
  decimals <- nchar(sub(".*\\.", "", printed$p[i]))
  of.table <- all.p[all.p$table == printed$table[i], ]
  near <- abs(round.half.up(as.numeric(of.table$p), decimals) - as.numeric(printed$p[i])) < 1e-9
  paste(of.table$test[near], collapse = " ")
})
write.csv(printed, "printed.csv", row.names = FALSE, quote = FALSE)

# Exact power: every pair of counts, weighted by its probability.
region <- function(n1, n2, p.of, alpha) outer(0:n1, 0:n2, Vectorize(function(a, b) isTRUE(p.of(a, n1, b, n2) < alpha)))
pearson.p <- function(a, n1, b, n2) suppressWarnings(chisq.test(matrix(c(a, n1 - a, b, n2 - b), 2), correct = FALSE)$p.value)
fisher.p <- function(a, n1, b, n2) fisher.test(matrix(c(a, n1 - a, b, n2 - b), 2))$p.value
power <- function(r, p1, p2) sum(outer(dbinom(0:(nrow(r) - 1), nrow(r) - 1, p1), dbinom(0:(ncol(r) - 1), ncol(r) - 1, p2))[r])
rows <- list()
for (sizes in list(c(30, 30), c(29, 30), c(12, 25))) for (alpha in c(0.05, 0.01)) {
  regions <- list(PEARSON = region(sizes[1], sizes[2], pearson.p, alpha), FISHER = region(sizes[1], sizes[2], fisher.p, alpha))
  for (name in names(regions)) for (p in list(c(0.55, 0.3), c(0.552, 0.3), c(0.655, 0.367), c(0.6, 0.3), c(0.65, 0.3), c(0.3, 0.3),
    c(0.37, 0.37), c(0, 0), c(1, 0))) {
    rows[[length(rows) + 1]] <- data.frame(test = name, size1 = sizes[1], size2 = sizes[2], alpha = alpha,
      probability1 = p[1], probability2 = p[2], power = digits15(power(regions[[name]], p[1], p[2])))
  }
}
rows <- do.call(rbind, rows)
at <- function(test, p1, p2) as.numeric(rows$power[rows$test == test & rows$size1 == 30 & rows$size2 == 30 & rows$alpha == 0.05 &
  rows$probability1 == p1 & rows$probability2 == p2])
# An earlier enumeration of the same question, to nine digits.
stopifnot(abs(at("PEARSON", 0.55, 0.3) - 0.506578261) < 1e-9, abs(at("FISHER", 0.55, 0.3) - 0.401531733) < 1e-9,
  abs(at("PEARSON", 0.3, 0.3) - 0.048698457) < 1e-9, abs(at("FISHER", 0.3, 0.3) - 0.026127677) < 1e-9)
write.csv(rows, "power.csv", row.names = FALSE, quote = FALSE)
cat(R.version.string, "metafor", as.character(packageVersion("metafor")), "\n")
