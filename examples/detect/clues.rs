//! How the clues stand to labelled events: how often each fires on which side, and by which factor
//! its weight would have to change for the labels to be likeliest. Prints; changes nothing: weights
//! are set by hand, in round numbers, in `src/domain/interview/`.
//!
//! The factors are those of a logistic regression on the sums of the weights of each clue, held
//! close to 1 (ridge), by gradient descent. A clue that fires rarely keeps its factor.

use std::collections::BTreeMap;

use crate::score::Judged;

const STEPS: usize = 2_000;
const RATE: f64 = 0.5;
/// How strongly factors are held at 1, in events.
const RIDGE: f64 = 8.0;
/// Clues that fired less often are not listed.
const OFTEN: usize = 5;

struct Clue {
    code: &'static str,
    on: usize,
    off: usize,
    weight: f64,
    factor: f64,
}

/// The table of the clues, and one of how often a confidence is right.
pub(crate) fn text(judged: &[Judged]) -> String {
    let mut out = String::from("  confidence   events  interviews\n");
    for (from, until) in [
        (0.0, 0.2),
        (0.2, 0.3),
        (0.3, 0.6),
        (0.6, 0.8),
        (0.8, 0.95),
        (0.95, 1.01),
    ] {
        let those = judged
            .iter()
            .filter(|it| it.confidence >= from && it.confidence < until);
        let (all, right) = those.fold((0, 0), |(all, right), it| {
            (all + 1, right + usize::from(it.interview))
        });
        let share = f64::from(right as u32) / f64::from(all.max(1) as u32);
        out.push_str(&format!(
            "  {from:.2}-{:.2}  {all:>7}  {right:>6} = {share:.3}\n",
            until.min(1.0)
        ));
    }
    let mut clues = clues(judged);
    clues.sort_by(|a, b| (b.factor - 1.0).abs().total_cmp(&(a.factor - 1.0).abs()));
    out.push_str("  clue                       interviews  others  weight  factor\n");
    for clue in clues.iter().filter(|it| it.on + it.off >= OFTEN) {
        out.push_str(&format!(
            "  {:<28}{:>9}{:>8}{:>+8.2}{:>8.2}\n",
            clue.code, clue.on, clue.off, clue.weight, clue.factor
        ));
    }
    out
}

fn clues(judged: &[Judged]) -> Vec<Clue> {
    let mut index: BTreeMap<&'static str, usize> = BTreeMap::new();
    for (code, _) in judged.iter().flat_map(|it| &it.reasons) {
        let next = index.len();
        index.entry(code).or_insert(next);
    }
    // Events about which nothing was found tell nothing about the clues.
    let rows: Vec<(Vec<(usize, f64)>, f64)> = judged
        .iter()
        .filter(|it| !it.reasons.is_empty())
        .map(|it| {
            let mut sums: BTreeMap<usize, f64> = BTreeMap::new();
            for (code, weight) in &it.reasons {
                *sums.entry(index[code]).or_default() += weight;
            }
            (
                sums.into_iter().collect(),
                f64::from(u8::from(it.interview)),
            )
        })
        .collect();
    let factors = fitted(&rows, index.len());
    index
        .iter()
        .map(|(code, at)| {
            let fired = |wanted: f64| {
                let those = rows.iter().filter(|it| it.1 == wanted);
                those
                    .filter(|it| it.0.iter().any(|(clue, _)| clue == at))
                    .count()
            };
            let weights = rows.iter().flat_map(|it| &it.0).filter(|it| it.0 == *at);
            let (count, sum) = weights.fold((0.0, 0.0), |(n, sum), it| (n + 1.0, sum + it.1));
            Clue {
                code,
                on: fired(1.0),
                off: fired(0.0),
                weight: sum / f64::max(count, 1.0),
                factor: factors[*at],
            }
        })
        .collect()
}

/// The factor of each clue.
fn fitted(rows: &[(Vec<(usize, f64)>, f64)], clues: usize) -> Vec<f64> {
    let mut factors = vec![1.0; clues];
    let mut prior = -4.0;
    let count = f64::max(rows.len() as f64, 1.0);
    for _ in 0..STEPS {
        let mut slopes: Vec<f64> = factors.iter().map(|it| RIDGE * (it - 1.0)).collect();
        let mut slope = 0.0;
        for (clues, wanted) in rows {
            let odds = prior
                + clues
                    .iter()
                    .map(|(at, sum)| factors[*at] * sum)
                    .sum::<f64>();
            let error = 1.0 / (1.0 + (-odds).exp()) - wanted;
            slope += error;
            for (at, sum) in clues {
                slopes[*at] += error * sum;
            }
        }
        prior -= RATE * slope / count;
        for (factor, slope) in factors.iter_mut().zip(slopes) {
            *factor -= RATE * slope / count;
        }
    }
    factors
}
