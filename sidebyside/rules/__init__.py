"""What must hold between files: one rule, one function, one test.

A rule takes a Draft and yields a Mistake for each place where it does not hold. It sees the rows that could be read,
and the ids of all, so it never reports what `load` has reported already.
"""

from collections.abc import Callable, Iterator

from ..load import Draft
from ..mistakes import Mistake
from . import assessment, claims, figures, grids, ids, learning, pictures, planner, records, rows

Rule = Callable[[Draft], Iterator[Mistake]]

RULES: tuple[Rule, ...] = (
    ids.duplicate_id,
    ids.unknown_role,
    ids.unknown_group,
    ids.table_without_groups,
    ids.unknown_level,
    ids.unknown_proficiency,
    ids.unknown_section,
    ids.unknown_figure,
    ids.word_without_meaning,
    rows.role_without_cell,
    rows.level_missing_or_twice,
    rows.nobody_answers,
    rows.role_without_pay,
    rows.kind_of_another_column,
    rows.column_of_no_kind,
    rows.two_figures_for_one_place,
    rows.roles_look_alike,
    claims.unknown_publication,
    claims.publication_with_the_id_of_a_source,
    claims.unknown_role_of_a_claim,
    claims.threshold_without_an_end,
    claims.figure_that_cannot_answer,
    claims.claim_that_nothing_supports,
    figures.of_another_source,
    figures.from_other_files,
    figures.kind_that_the_source_has_not,
    figures.method_that_does_not_fit,
    figures.unit_that_does_not_fit,
    figures.interval_stored_or_derived,
    figures.difference_stored_or_derived,
    figures.count_beyond_its_base,
    figures.quantiles_out_of_order,
    figures.value_outside_its_interval,
    grids.column_without_head,
    grids.cell_of_no_column,
    grids.part_of_no_column,
    grids.unknown_publication,
    learning.unknown_section_of_a_term,
    learning.form_of_two_terms,
    learning.terms_out_of_order,
    learning.unknown_skill,
    learning.gap_without_resource,
    pictures.unknown_table_of_a_picture,
    pictures.unknown_figure_of_a_picture,
    pictures.unknown_source_of_a_picture,
    pictures.unknown_role_of_a_picture,
    pictures.unknown_grid_of_a_picture,
    pictures.unknown_node_of_a_picture,
    pictures.picture_of_nothing,
    planner.step_of_no_skill,
    planner.skill_without_step,
    planner.unknown_tool,
    planner.tool_without_step,
    planner.tool_of_two_steps,
    planner.unknown_section_of_a_step,
    records.objective_without_verb,
    records.objective_twice,
    records.verb_of_two_processes,
    records.unknown_educational_level,
    records.unknown_alignment,
    records.former_id_twice,
    assessment.dimension_twice,
    assessment.unknown_dimension,
    assessment.keyed_one_way,
    assessment.role_in_a_statement,
    assessment.basis_missing_or_twice,
    assessment.unknown_role_of_a_dimension,
    assessment.figure_that_is_no_profile,
    assessment.kinds_in_one_dimension,
    assessment.dimension_that_separates_nobody,
    assessment.statement_that_decides,
    assessment.liking_that_decides,
    assessment.profile_of_another_role,
)


def mistakes(draft: Draft) -> list[Mistake]:
    """All that every rule finds."""
    return [mistake for rule in RULES for mistake in rule(draft)]
