# Cochran-Mantel-Haenszel test without continuity correction, over the strata of the interval's reference case.
# Run in this folder: Rscript expected.R
options(digits = 15)

count <- function(side, n) as.integer(sapply(strsplit(side, "/"), `[`, n))

test <- function(text) {
  sides <- strsplit(strsplit(text, "; ")[[1]], " v ")
  first <- sapply(sides, `[`, 1)
  second <- sapply(sides, `[`, 2)
  x1 <- count(first, 1); n1 <- count(first, 2); x2 <- count(second, 1); n2 <- count(second, 2)
  kept <- n1 > 0 & n2 > 0 # mantelhaen.test refuses strata of fewer than two units
  # It also refuses a single stratum. One unit a group without events adds 0 to the surplus and to the variance.
  silent <- c(0, 1, 0, 1)
  tables <- array(c(rbind(x1, n1 - x1, x2, n2 - x2)[, kept], silent), c(2, 2, sum(kept) + 1))
  mantelhaen.test(tables, correct = FALSE)
}

digits15 <- function(x) sprintf("%.15g", x)
cases <- read.csv("../stratified-miettinen-nurminen/strata.csv", colClasses = "character")
rows <- lapply(seq_len(nrow(cases)), function(i) {
  answer <- test(cases$strata[i])
  data.frame(case = cases$case[i], strata = cases$strata[i],
    chi_square = digits15(unname(answer$statistic)), p = digits15(answer$p.value))
})
rows <- do.call(rbind, rows)
write.csv(rows[rows$chi_square != "NaN", ], "expected.csv", row.names = FALSE, quote = FALSE)

# The Mantel-Haenszel risk difference with Sato's standard error, by metafor (Debian's r-cran-metafor).
suppressPackageStartupMessages(library(metafor))
errors <- lapply(seq_len(nrow(cases)), function(i) {
  sides <- strsplit(strsplit(cases$strata[i], "; ")[[1]], " v ")
  first <- sapply(sides, `[`, 1)
  second <- sapply(sides, `[`, 2)
  s <- data.frame(x1 = count(first, 1), n1 = count(first, 2), x2 = count(second, 1), n2 = count(second, 2))
  s <- s[s$n1 > 0 & s$n2 > 0, ]
  fit <- rma.mh(ai = x1, n1i = n1, ci = x2, n2i = n2, data = s, measure = "RD", drop00 = FALSE)
  data.frame(case = cases$case[i], strata = cases$strata[i], estimate = digits15(unname(fit$beta)),
    standard_error = digits15(fit$se))
})
write.csv(do.call(rbind, errors), "standard-errors.csv", row.names = FALSE, quote = FALSE)
cat(R.version.string, "metafor", as.character(packageVersion("metafor")), "\n")
