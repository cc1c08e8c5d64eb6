# James's and Bang's index with standard errors and Wald intervals, from their definitions.
# James's is written as in the source, with weights and kappa; its variance comes from numerical derivatives of that.
# Run in this folder: Rscript expected.R
options(digits = 15)
digits15 <- function(x) sprintf("%.15g", x)

# P: rows are groups, columns are guesses (group 1, group 2, do not know), as shares of all units.
james <- function(P, wrong = 0.5) {
  w <- matrix(c(0, wrong, wrong, 0), 2)
  dk <- sum(P[, 3])
  if (dk == 1) return(1)
  observed <- sum(w * P[, 1:2]) / (1 - dk)
  guessing <- rowSums(P[, 1:2])
  by.chance <- sum(w * outer(guessing, colSums(P[, 1:2]))) / (1 - dk)^2
  kappa <- (observed - by.chance) / by.chance
  (1 + dk + (1 - dk) * kappa) / 2
}

# Central differences of fourth order; a multinomial sample of all units.
variance <- function(P, n) {
  h <- 1e-4
  slope <- matrix(0, 2, 3)
  for (i in 1:2) for (j in 1:2) {
    at <- function(k) { Q <- P; Q[i, j] <- P[i, j] + k * h; Q[i, 3] <- P[i, 3] - k * h; james(Q) }
    slope[i, j] <- (8 * (at(1) - at(-1)) - (at(2) - at(-2))) / (12 * h)
  }
  (sum(P * slope^2) - sum(P * slope)^2) / n
}

tables <- list("48 4 330 / 30 22 319", "82 25 170 / 29 27 83", "10 5 14 / 8 9 13", "20 9 0 / 12 18 0", "0 0 29 / 0 0 30",
  "29 0 0 / 30 0 0", "0 12 3 / 0 9 4", "1 0 20 / 0 2 19", "300 200 500 / 210 330 460")
questions <- expand.grid(text = unlist(tables), alpha = c("0.05", "0.1"), stringsAsFactors = FALSE)
rows <- do.call(rbind, lapply(seq_len(nrow(questions)), function(i) {
  text <- questions$text[i]
  k <- matrix(as.numeric(strsplit(text, " / | ")[[1]]), 2, byrow = TRUE) # right, wrong, undecided
  n <- sum(k)
  P <- rbind(k[1, ], k[2, c(2, 1, 3)]) / n
  stopifnot(is.nan(james(P)) || abs(james(P) - james(P, 0.75)) < 1e-12) # the weight of a wrong guess cancels
  j <- james(P)
  se <- if (sum(k[, 1:2]) == 0) 0 else sqrt(max(0, variance(P, n)))
  bang <- t(apply(k, 1, function(g) {
    p <- g[1] / sum(g); q <- g[2] / sum(g)
    c(p - q, sqrt((p * (1 - p) + q * (1 - q) + 2 * p * q) / sum(g)))
  }))
  estimates <- c(j, bang[, 1])
  errors <- c(se, bang[, 2])
  z <- qnorm(1 - as.numeric(questions$alpha[i]) / 2)
  data.frame(guesses = text, index = c("james", "bang1", "bang2"), alpha = questions$alpha[i], estimate = digits15(estimates), standard_error = digits15(errors),
    lower = digits15(pmax(c(0, -1, -1), estimates - z * errors)), upper = digits15(pmin(1, estimates + z * errors)))
}))

# Published numbers first: this file is to be believed only as far as it reproduces them.
published <- read.csv("published.csv", colClasses = "character")
for (i in seq_len(nrow(published))) {
  row <- rows[rows$guesses == published$guesses[i] & rows$index == published$index[i] & rows$alpha == published$alpha[i], ]
  for (what in c("estimate", "standard_error", "lower", "upper")) if (published[[what]][i] != "") {
    stopifnot(abs(as.numeric(row[[what]]) - as.numeric(published[[what]][i])) <= as.numeric(published$tolerance[i]))
  }
}
write.csv(rows[rows$estimate != "NaN", ], "expected.csv", row.names = FALSE, quote = FALSE)
cat(R.version.string, "\n")
