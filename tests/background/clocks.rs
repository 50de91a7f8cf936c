//! How time passes in a year of a job hunt: alarms, sleep, clocks that are wrong.

use jiff::SignedDuration;

use super::Year;

impl Year {
    /// Until the alarm, usually; sometimes the machine sleeps over it, sometimes the browser wakes
    /// the background for nothing.
    pub(super) fn sleep(&mut self) {
        let now = self.world.now.get();
        let until = match self.chance.below(20) {
            0 => now + SignedDuration::from_hours(i64::try_from(self.chance.below(60)).unwrap()),
            // The clock is set back a little.
            1 => now - SignedDuration::from_mins(i64::try_from(self.chance.below(30)).unwrap()),
            // The safety alarm, which also makes up for an alarm that was lost.
            2..=4 => now + SignedDuration::from_mins(30),
            _ => {
                let late = SignedDuration::from_mins(i64::try_from(self.chance.below(20)).unwrap());
                // With nothing ahead the half-hourly wakes are left out, but for a few.
                let safety = now + SignedDuration::from_hours(12);
                self.world
                    .alarm
                    .get()
                    .map_or(safety, |it| it.max(now).min(safety))
                    + late
            }
        };
        self.world.now.set(until);
    }

    /// The clock is days or years ahead for one wake.
    pub(super) fn look_by_a_wrong_clock(&mut self) {
        let now = self.world.now.get();
        let days = [3, 30, 1_000][usize::try_from(self.chance.below(3)).unwrap()];
        self.world
            .now
            .set(now + SignedDuration::from_hours(24 * days));
        self.wake();
        self.check();
        self.world.now.set(now);
        if self.wake() {
            self.check();
            self.check_liveness();
        }
    }
}
