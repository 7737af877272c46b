//! Catches a panic without a message on standard error.

use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe, PanicHookInfo};
use std::sync::{Arc, Mutex, PoisonError};

type Hook = Box<dyn Fn(&PanicHookInfo<'_>) + Sync + Send + 'static>;

thread_local! {
    /// Whether this thread's panics are caught and need no message.
    static CAUGHT: Cell<bool> = const { Cell::new(false) };
}

/// How many calls of [`catch`] are under way, and the program's own hook while there are any.
static UNDER_WAY: Mutex<(usize, Option<Arc<Hook>>)> = Mutex::new((0, None));

/// Runs a function; `None` if it panicked. Panics of other threads are reported as ever, and the program's hook is
/// back in place when the last call ends.
pub(super) fn catch<T>(run: impl FnOnce() -> T) -> Option<T> {
    enter();
    let before = CAUGHT.replace(true);
    let result = panic::catch_unwind(AssertUnwindSafe(run)).ok();
    CAUGHT.set(before);
    leave();
    result
}

fn enter() {
    let mut under_way = UNDER_WAY.lock().unwrap_or_else(PoisonError::into_inner);
    under_way.0 += 1;
    if under_way.0 == 1 {
        let own: Arc<Hook> = Arc::new(panic::take_hook());
        under_way.1 = Some(Arc::clone(&own));
        panic::set_hook(Box::new(move |info| {
            if !CAUGHT.get() {
                own(info);
            }
        }));
    }
}

fn leave() {
    let mut under_way = UNDER_WAY.lock().unwrap_or_else(PoisonError::into_inner);
    under_way.0 = under_way.0.saturating_sub(1);
    if under_way.0 == 0
        && let Some(own) = under_way.1.take()
    {
        // Dropping the quiet hook leaves this as the only holder of the program's own.
        drop(panic::take_hook());
        match Arc::try_unwrap(own) {
            Ok(own) => panic::set_hook(own),
            Err(shared) => panic::set_hook(Box::new(move |info| shared(info))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_caught_and_later_calls_still_work() {
        assert_eq!(catch(|| [1, 2].iter().sum::<i32>()), Some(3));
        assert_eq!(catch(|| -> i32 { panic!("caught") }), None);
        assert_eq!(catch(|| catch(|| -> i32 { panic!("caught inside") }).is_none()), Some(true));
        assert!(!CAUGHT.get());
    }
}
