# Group contrasts against a reference group from lm(value ~ group + stratum). The data are drawn here once and kept in
# data.csv. Run in this folder: Rscript expected.R
options(digits = 15, warn = 2)
RNGkind("Mersenne-Twister", "Inversion", "Rejection")
set.seed(20260102)

digits15 <- function(x) sprintf("%.15g", x)

# Every case has a connected design, so that lm drops nothing: groups by strata, some cells empty, sizes unequal.
draw <- function(i) {
  groups <- sample(2:4, 1)
  strata <- sample(1:4, 1)
  n <- sample(12:60, 1)
  share <- if (i %% 3 == 0) c(2, rep(1, groups - 1)) else rep(1, groups)
  repeat {
    group <- sample(0:(groups - 1), n, replace = TRUE, prob = share)
    stratum <- sample(0:(strata - 1), n, replace = TRUE, prob = (strata:1)^2)
    if (i %% 4 == 0 && strata > 1) {
      kept <- !(group == groups - 1 & stratum == strata - 1)
      group <- group[kept]
      stratum <- stratum[kept]
    }
    if (length(unique(group)) == groups && length(unique(stratum)) == strata) {
      design <- cbind(outer(stratum, 0:(strata - 1), "=="), outer(group, 1:(groups - 1), "==")) * 1
      if (qr(design)$rank == groups + strata - 1) break
    }
    n <- n + 1
  }
  level <- sample(c(0, 10, 1000, -0.5), 1)
  value <- level + c(0, 0.5, 1, -1)[group + 1] + c(0, 2, -1, 4)[stratum + 1] + rnorm(length(group), 0, sample(c(0.5, 2, 8), 1))
  data.frame(case = i, group = group, stratum = stratum, value = round(value, 2))
}

answer <- function(d) {
  reference <- d$case[1] %% length(unique(d$group))
  alpha <- if (d$case[1] %% 5 == 0) 0.1 else 0.05
  group <- relevel(factor(d$group), ref = as.character(reference))
  fit <- if (length(unique(d$stratum)) > 1) lm(d$value ~ group + factor(d$stratum)) else lm(d$value ~ group)
  table <- coef(summary(fit))
  limits <- confint(fit, level = 1 - alpha)
  names <- grep("^group", rownames(table), value = TRUE)
  data.frame(case = d$case[1], alpha = alpha, group = sub("group", "", names), reference = reference,
    estimate = digits15(table[names, 1]), standard_error = digits15(table[names, 2]), df = fit$df.residual,
    t = digits15(table[names, 3]), p = digits15(table[names, 4]),
    lower = digits15(limits[names, 1]), upper = digits15(limits[names, 2]))
}

data <- lapply(1:40, draw)
write.csv(do.call(rbind, data), "data.csv", row.names = FALSE, quote = FALSE)
write.csv(do.call(rbind, lapply(data, answer)), "expected.csv", row.names = FALSE, quote = FALSE)
cat(R.version.string, "\n")
