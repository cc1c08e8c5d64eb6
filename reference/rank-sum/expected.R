# Wilcoxon rank-sum test, Hodges-Lehmann shift, area under the curve, quantiles of types 2, 6 and 7.
# Run in this folder: Rscript expected.R (needs pROC: Debian's r-cran-proc)
suppressPackageStartupMessages(library(pROC))
options(digits = 15, warn = 0)
RNGkind("Mersenne-Twister", "Inversion", "Rejection")
set.seed(20260105)

digits15 <- function(x) sprintf("%.15g", x)
joined <- function(x) paste(format(x, digits = 15, trim = TRUE, scientific = FALSE), collapse = " ")
na <- function(x) if (is.na(x)) "" else digits15(x)

shift <- function(x, y, alpha) {
  tied <- any(duplicated(c(x, y)))
  d <- sort(outer(x, y, "-"))
  k <- if (length(x) < 50 && length(y) < 50 && !tied) qwilcox(alpha / 2, length(x), length(y))
    else floor(length(d) / 2 - qnorm(1 - alpha / 2) * sqrt(length(d) * (length(x) + length(y) + 1) / 12))
  if (k < 1) return(c(NA, NA, NA))
  limits <- c(median(d), d[k], d[length(d) + 1 - k])
  if (length(x) < 50 && length(y) < 50 && !tied) {
    w <- suppressWarnings(wilcox.test(x, y, conf.int = TRUE, conf.level = 1 - alpha, exact = TRUE))
    stopifnot(all(abs(c(w$estimate, w$conf.int) - limits) < 1e-12))
  }
  limits
}

# Newcombe (2006), method 5: where the distance is z standard errors at the limit itself.
score <- function(area, m, n, alpha) {
  v <- function(t) t * (1 - t) * (1 + ((m + n) / 2 - 1) * ((1 - t) / (2 - t) + t / (1 + t))) / (m * n)
  z <- qnorm(1 - alpha / 2)
  c(if (area == 0) 0 else uniroot(function(t) area - t - z * sqrt(v(t)), c(0, area - 1e-12), tol = 1e-15)$root,
    if (area == 1) 1 else uniroot(function(t) t - area - z * sqrt(v(t)), c(area + 1e-12, 1), tol = 1e-15)$root)
}

one <- function(x, y, alpha) {
  p <- function(...) tryCatch(suppressWarnings(wilcox.test(x, y, ...))$p.value, error = function(e) NA)
  s <- shift(x, y, alpha)
  area <- mean(outer(x, y, function(a, b) (a > b) + (a == b) / 2))
  n <- score(area, length(x), length(y), alpha)
  delong <- c(NA, NA)
  if (length(x) > 1 && length(y) > 1 && area > 0 && area < 1 && length(unique(c(x, y))) > 1) {
    r <- suppressWarnings(roc(rep(1:0, c(length(x), length(y))), c(x, y), direction = "<", levels = 0:1, quiet = TRUE))
    delong <- as.numeric(ci.auc(r, conf.level = 1 - alpha, method = "delong"))[c(1, 3)]
  }
  data.frame(first = joined(x), second = joined(y), alpha = alpha, p = na(p()), p_normal = na(p(exact = FALSE, correct = FALSE)),
    p_corrected = na(p(exact = FALSE, correct = TRUE)), shift = na(s[1]), shift_lower = na(s[2]), shift_upper = na(s[3]),
    area = digits15(area), score_lower = digits15(n[1]), score_upper = digits15(n[2]), delong_lower = na(delong[1]),
    delong_upper = na(delong[2]))
}

ones <- function(x, n) rep(1:0, c(x, n - x))
pairs <- list(list(sleep$extra[sleep$group == 1], sleep$extra[sleep$group == 2]), list(ones(16, 29), ones(9, 30)),
  list(ones(19, 29), ones(11, 30)), list(c(0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46), c(1.15, 0.88, 0.9, 0.74, 1.21)),
  list(c(5, 6, 7, 8), c(1, 2, 3, 4)), list(c(1, 2), c(3, 4)), list(1, c(0, 2)), list(c(1, 1, 1), c(1, 1)))
for (i in 1:16) {
  n <- sample(3:48, 2)
  pairs[[length(pairs) + 1]] <- list(round(rnorm(n[1], 10, 3), i %% 5), round(rnorm(n[2], 10 + i %% 3, 4), i %% 5))
}
pairs[[length(pairs) + 1]] <- list(round(rnorm(70), 6), round(rnorm(55, 0.4), 6))
rows <- do.call(rbind, lapply(seq_along(pairs), function(i) one(pairs[[i]][[1]], pairs[[i]][[2]], c(0.05, 0.1)[1 + i %% 2])))
# An earlier run of the same functions: sleep, both ways, and 0/1 responses.
stopifnot(abs(as.numeric(rows$p_corrected[1]) - 0.0693275754336266) < 1e-12, abs(as.numeric(rows$p_normal[2]) - 0.0524408982145901) < 1e-12,
  abs(as.numeric(rows$p_corrected[2]) - 0.0535275318635644) < 1e-12, abs(as.numeric(rows$p[4]) - 0.254412254412254) < 1e-12)
write.csv(rows, "expected.csv", row.names = FALSE, quote = FALSE)

samples <- c(list(5, c(1, 2), c(3, 1, 2), 1:4, 1:10), lapply(1:12, function(i) round(rnorm(sample(2:31, 1), 10, 5), i %% 3)))
quantiles <- do.call(rbind, lapply(samples, function(x) do.call(rbind, lapply(c(2, 6, 7), function(type) {
  q <- unname(quantile(x, c(0.1, 0.25, 0.5, 0.75, 1), type = type))
  data.frame(values = joined(x), type = type, p10 = digits15(q[1]), q1 = digits15(q[2]), median = digits15(q[3]), q3 = digits15(q[4]),
    max = digits15(q[5]))
}))))
write.csv(quantiles, "quantiles.csv", row.names = FALSE, quote = FALSE)
cat(R.version.string, "pROC", as.character(packageVersion("pROC")), "\n")
