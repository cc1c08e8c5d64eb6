# All ways to fill in unknown binary responses, tested by mantelhaen.test; grouped by events filled in per group.
# Run in this folder: Rscript expected.R
options(digits = 15)

digits15 <- function(x) sprintf("%.15g", x)
numbers <- function(text) as.numeric(strsplit(text, "/| v | \\+ | and ")[[1]])

# A stratum with one unit a group and no event lets R test a single stratum; it adds 0 to the surplus and the variance.
test <- function(x1, n1, x2, n2) {
  tables <- array(c(rbind(x1, n1 - x1, x2, n2 - x2), c(0, 1, 0, 1)), c(2, 2, length(x1) + 1))
  p <- mantelhaen.test(tables, correct = FALSE)$p.value
  if (is.nan(p)) 1 else p
}
difference <- function(x1, n1, x2, n2) {
  w <- n1 * n2 / (n1 + n2)
  sum(w * (x1 / n1 - x2 / n2)) / sum(w)
}

# 16/28 v 9/29 + 1 and 1: of the known responses 16/28 and 9/29; one more unit unknown in each group.
grid <- function(text, alpha) {
  strata <- lapply(strsplit(text, "; ")[[1]], numbers)
  s <- as.data.frame(do.call(rbind, strata))
  names(s) <- c("x1", "n1", "x2", "n2", "m1", "m2")
  ways <- expand.grid(c(lapply(s$m1, function(m) 0:m), lapply(s$m2, function(m) 0:m)))
  h <- nrow(s)
  rows <- apply(ways, 1, function(way) {
    x1 <- s$x1 + way[1:h]
    x2 <- s$x2 + way[h + 1:h]
    n1 <- s$n1 + s$m1
    n2 <- s$n2 + s$m2
    both <- n1 > 0 & n2 > 0
    d <- difference(x1[both], n1[both], x2[both], n2[both])
    p <- test(x1[both], n1[both], x2[both], n2[both])
    conclusion <- if (!(p < alpha)) "NOT_SHOWN" else if (d > 0) "FIRST_GREATER" else "SECOND_GREATER"
    data.frame(events1 = sum(way[1:h]), events2 = sum(way[h + 1:h]), d = d, p = p, conclusion = conclusion)
  })
  rows <- do.call(rbind, rows)
  cells <- unique(rows[c("events1", "events2")])
  cells <- cells[order(cells$events1, cells$events2), ]
  do.call(rbind, lapply(seq_len(nrow(cells)), function(i) {
    r <- rows[rows$events1 == cells$events1[i] & rows$events2 == cells$events2[i], ]
    kinds <- intersect(c("FIRST_GREATER", "NOT_SHOWN", "SECOND_GREATER"), r$conclusion)
    data.frame(strata = text, alpha = alpha, events1 = cells$events1[i], events2 = cells$events2[i],
      least_difference = digits15(min(r$d)), greatest_difference = digits15(max(r$d)), least_p = digits15(min(r$p)),
      greatest_p = digits15(max(r$p)), conclusions = paste(kinds, collapse = " "))
  }))
}

questions <- c("16/28 v 9/29 + 2 and 1", "19/26 v 9/27 + 4 and 3", "9/12 v 4/13 + 2 and 1; 10/14 v 6/15 + 2 and 2",
  "2/4 v 1/5 + 1 and 0; 12/20 v 7/21 + 3 and 3; 3/5 v 0/4 + 0 and 1", "1/12 v 8/14 + 3 and 2; 0/0 v 2/3 + 0 and 1")
rows <- do.call(rbind, lapply(questions, grid, alpha = 0.05))
rows <- rbind(rows, grid(questions[3], 0.1), grid(questions[4], 0.04))
write.csv(rows, "expected.csv", row.names = FALSE, quote = FALSE)
cat(R.version.string, "\n")
