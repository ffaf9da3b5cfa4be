using Conformance.Reference.Pennsieve;
using static Conformance.Reference.Mutants.Pennsieve.PennsieveMutant;
using static Conformance.Reference.Pennsieve.PennsieveTwists;

namespace Conformance.Reference.Mutants.Pennsieve;

/// <summary>JSON that is spelt in another way and means the same, but is read as if it meant something else.</summary>
internal static class RunSpellings
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        Row(
            "KnowsNoEscapesInNames",
            "does not know a member again whose name is written with escapes",
            ["body/legal-forms"],
            () => Reading(members => members.Where(member => !HasEscapedName(member)))
        ),
    ];

    /// <summary>Other members are read than stand in the body.</summary>
    private static PennsieveBehaviour Reading(Func<IEnumerable<string>, IEnumerable<string>> choose) =>
        Correct with
        {
            ReadBody = request =>
                Correct.ReadBody(request) is { Rejection: null } body
                    ? body with
                    {
                        Object = body.Object.WithTexts(choose),
                    }
                    : Correct.ReadBody(request),
        };

    private static bool HasEscapedName(string member) => member[..member.IndexOf('"', 1)].Contains('\\');
}
