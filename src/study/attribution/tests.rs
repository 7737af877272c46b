use super::*;

#[test]
fn what_is_left_of_a_worked_sample_is_the_interaction() {
    // Before 10 and 20. Alone +1, +3 and +2, +2; together +4, +8: left are +1, +3.
    let of = Attribution::of(&[10.0, 20.0], &[vec![11.0, 23.0], vec![12.0, 22.0]], &[14.0, 28.0]);
    let values = |of: &Attribution| (of.together.value, of.alone[0].value, of.alone[1].value, of.interaction.value);
    assert_eq!(values(&of), (6.0, 2.0, 2.0, 2.0));
    // The variances are 2 of two values each, but of what is always +2: errors 1 and 0. Together 4 and 8: 8 / 2 = 4, 2.
    assert_eq!((of.interaction.se, of.alone[1].se, of.together.se), (1.0, 0.0, 2.0));
}
