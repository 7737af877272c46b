//! `explain`: how a deal, a partner's years or a measure came about in one trial.

use crate::cli::{ExplainArgs, Reading};
use crate::commands::chosen;
use crate::commands::load::{Loaded, load};
use crate::commands::{Failure, error_with_hint, print};
use crate::language::number::grouped;
use crate::measures::MEASURES;
use crate::model::population::Member;
use crate::plan::Plans;
use crate::programme::{Programme, Readings};
use crate::report::explain::{Rules, Telling, Told, deal, headline, measure, partner};
use crate::say;
use crate::scenario::BASELINE;
use crate::schema::value::text;
use crate::schema::words::{folded, nearest};
use crate::sim::design::BATCH;
use crate::sim::sampled::Sampled;
use crate::sim::trace::trace;
use crate::sim::trial::Setting;
use crate::study::enough::known_measure;
use crate::uncertainty::World;

/// Prints what is asked for, in the order partner, deal, measure; the headline measures where nothing is.
pub fn carry_out(args: &ExplainArgs) -> Result<(), Failure> {
    let mut loaded = load(&args.input)?;
    if let Some(reading) = args.reading {
        loaded.inputs.programme.settings.readings = match reading {
            Reading::Static => Readings::Static,
            Reading::Behavioural => Readings::Behavioural,
            Reading::Both => Readings::Both,
        };
    }
    let wanted = args.measure.as_deref().map(measure_called).transpose()?;
    let programme = scenario_called(&loaded, args.scenario.as_deref())?;
    let settings = &loaded.inputs.programme.settings;
    let (seed, trials) = (args.seed.unwrap_or(settings.seed as u64), args.trials.unwrap_or(settings.trials as u64));
    if args.trial > trials {
        let missing = say!("there is no trial {trial}", trial = args.trial);
        return Err(Failure::Usage(error_with_hint(missing, say!("the run has trials 1 to {trials}", trials))));
    }
    eprint!("{}", loaded.notes);
    told(&loaded, (seed, trials as usize), args.trial, programme, |telling| {
        let mut texts = Vec::new();
        if let Some(name) = &args.partner {
            let place = partner_called(&telling.plans.members, name)?;
            texts.extend(partner(telling, place));
        }
        if let Some(number) = args.deal {
            let told = usize::try_from(number).ok().and_then(|number| deal(telling, number));
            texts.push(told.ok_or_else(|| no_deal(telling, number))?);
        }
        texts.extend(wanted.map(|place| measure(telling, &MEASURES[place])));
        if texts.is_empty() {
            texts.push(headline(telling));
        }
        print(&texts.join("\n"));
        Ok(())
    })
}

/// Plays a trial of a run of `(seed, trials)` for a programme, by its place in a reading, and its baseline.
fn told<T>(
    loaded: &Loaded,
    (seed, trials): (u64, usize),
    trial: u64,
    programme: usize,
    task: impl FnOnce(&Telling<'_>) -> T,
) -> T {
    let Loaded { inputs, scenarios, uncertainty, .. } = loaded;
    let sampled = Sampled::new(&inputs.programme, scenarios, uncertainty, (seed, trials));
    let entered = sampled.entered();
    let at = (trial - 1) as usize;
    // Where nothing is uncertain, the world of every trial is the one that is entered.
    let values = if uncertainty.is_empty() { Vec::new() } else { sampled.batch(at / BATCH).trial(at % BATCH).to_vec() };
    let world: World = sampled.world(&values);
    let drawn: Option<Plans> = (!uncertainty.is_empty()).then(|| sampled.plans(&values));
    let plans = drawn.as_ref().unwrap_or(&entered);
    let reading = plans.readings[0];
    let played = sampled.ground_of(&world).played(&world.family(), reading);
    let setting = Setting::new(&entered, seed);
    let asked: Vec<&Programme> = world.family();
    let tell = |place: usize| {
        let scenario = place.checked_sub(1).and_then(|place| scenarios.get(place));
        let rules = Rules { inputs, scenario, uncertainty, asked: asked[place], played: &played[place].0 };
        let name =
            scenario.map_or_else(|| text("Baseline", "Référence").said().to_owned(), |scenario| scenario.name.clone());
        Told { name, plan: place, rules, trace: trace(&setting, drawn.as_ref(), trial - 1, place) }
    };
    task(&Telling { inputs, plans, reading, trial, seed, programme: tell(programme), baseline: tell(0) })
}

/// The place of a scenario among the programmes of a reading; the baseline's where none is named.
fn scenario_called(loaded: &Loaded, name: Option<&str>) -> Result<usize, Failure> {
    let Some(name) = name.filter(|name| folded(name) != folded(BASELINE)) else { return Ok(0) };
    Ok(chosen::place(loaded, name)? + 1)
}

/// The place of a measure.
fn measure_called(id: &str) -> Result<usize, Failure> {
    known_measure(id).map_err(|(problem, hint)| Failure::Usage(error_with_hint(format!("--measure {problem}"), hint)))
}

/// The place of a partner, by identifier or name.
fn partner_called(members: &[Member], name: &str) -> Result<usize, Failure> {
    let wanted = folded(name);
    let called = |member: &Member| folded(&member.id) == wanted || folded(&member.name) == wanted;
    members.iter().position(called).ok_or_else(|| {
        let names = members.iter().flat_map(|member| [member.id.as_str(), member.name.as_str()]);
        let hint = match nearest(name, names) {
            Some(near) => say!("did you mean \"{name}\"?", name = near),
            None => say!("its partners are those of the sheets Partners and Partner groups"),
        };
        Failure::Usage(error_with_hint(say!("there is no partner \"{name}\"", name), hint))
    })
}

fn no_deal(telling: &Telling<'_>, number: u64) -> Failure {
    let all = telling.programme.trace.deals.len();
    let missing = say!("there is no deal {number}", number);
    let hint = say!("the trial has deals 1 to {all}", all = grouped(all as f64, 0));
    Failure::Usage(error_with_hint(missing, hint))
}
