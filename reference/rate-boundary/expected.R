# A Bayesian boundary for a rate, and how likely it is crossed at one of several looks.
# Run in this folder: Rscript expected.R
options(digits = 15)
digits15 <- function(x) sprintf("%.15g", x)
exceeds <- function(x, n, a, b, limit) pbeta(limit, a + x, b + n - x, lower.tail = FALSE)
least <- function(n, a, b, limit, cut) { x <- which(exceeds(0:n, n, a, b, limit) > cut); if (length(x)) x[1] - 1 else NA }

boundaries <- do.call(rbind, lapply(list(c(0.5, 4.5, 0.15, 0.9), c(1, 1, 0.3, 0.95), c(0.5, 0.5, 0.5, 0.999)), function(k) {
  do.call(rbind, lapply(c(1, 5, 10, 15, 20, 25, 30, 60), function(n) {
    x <- least(n, k[1], k[2], k[3], k[4])
    data.frame(prior_events = k[1], prior_others = k[2], limit = k[3], cut = k[4], size = n, least = if (is.na(x)) "" else x,
      probability = if (is.na(x)) "" else digits15(exceeds(x, n, k[1], k[2], k[3])))
  }))
}))
write.csv(boundaries, "boundaries.csv", row.names = FALSE, quote = FALSE)

# Every path of events from look to look, listed with its probability.
crossing <- function(rate, looks, a, b, limit, cut) {
  more <- diff(c(0, looks))
  bounds <- sapply(looks, least, a, b, limit, cut)
  paths <- as.matrix(expand.grid(lapply(more, function(m) 0:m)))
  chance <- apply(sapply(seq_along(more), function(i) dbinom(paths[, i], more[i], rate)), 1, prod)
  sums <- t(apply(paths, 1, cumsum))
  crossed <- apply(sweep(sums, 2, bounds, ">="), 1, function(c) any(c, na.rm = TRUE))
  sum(chance[crossed])
}
rows <- do.call(rbind, lapply(list(c(5, 10, 15, 20, 25, 30), c(15, 30), c(7, 20, 29)), function(looks) {
  do.call(rbind, lapply(c(0.05, 0.15, 0.2, 0.25, 0.3, 0.6), function(rate) {
    data.frame(looks = paste(looks, collapse = " "), rate = rate, crossing = digits15(crossing(rate, looks, 0.5, 4.5, 0.15, 0.9)))
  }))
}))
write.csv(rows, "crossing.csv", row.names = FALSE, quote = FALSE)
cat(R.version.string, "\n")
