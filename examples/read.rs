use partnersim::*;
fn main() {
    let f = std::env::args().nth(1).unwrap();
    let bytes = std::fs::read(&f).unwrap();
    let grid = match sheet::read::read(&bytes) {
        Ok(g) => g,
        Err(d) => {
            println!("{}", diagnostic::text::render(&f, &d.into()));
            return;
        }
    };
    let mut found = Default::default();
    let inputs = inputs::read(&grid, &mut found);
    check::baseline(&inputs, &mut found);
    let sc = scenario::build(&inputs, &mut found);
    println!("{}", diagnostic::text::render(&f, &found));
    for s in &sc {
        println!("{}", s.name);
        for e in &s.edits {
            println!(
                "   {} {} -> {} {} {}",
                e.target,
                e.from.shown(),
                e.to.shown(),
                e.at,
                e.via.clone().unwrap_or_default()
            );
        }
    }
}
