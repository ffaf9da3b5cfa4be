using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Testing;

/// <summary>Legal values of a note, which a target may know or not, and targets that reject some of them.</summary>
internal static class Accepting
{
    public const string Ordinary = "ordinary";
    public const string Special = "-";
    public const string OtherSpecial = "--";

    public static readonly Member Note = Made.Text("note", Made.Required, Made.Max(40));

    /// <summary>The same, of which a target may know only some values, and one that it is likely to know (R24).</summary>
    public static readonly Member LookedUp = Note with { IsLookedUp = true, Example = "model" };

    /// <summary>Whether one of the values under test is in the request.</summary>
    public static bool IsSpecial(this ScriptedRequest request) => request.TextAt("note") is Special or OtherSpecial;

    /// <summary>A target that gives the values under test this response, and accepts all others.</summary>
    public static ScriptedTarget ThatGives(ScriptedResponse special) =>
        new(request => request.IsSpecial() ? special : ScriptedResponse.Accepted);

    /// <summary>The check that the two special values are accepted.</summary>
    public static AcceptanceCheck Of(TestSession test, Member? member = null, params ImmutableArray<string> texts)
    {
        var note = member ?? Note;
        ImmutableArray<string> values = texts.IsDefaultOrEmpty ? [Special, OtherSpecial] : texts;
        return new(() => test.Valid(test.Operation, note), [.. values.Select(text => Made.Case(note, text))])
        {
            Member = note,
        };
    }

    public static TestSession Bench(ScriptedTarget target, Member? member = null, params (string, string)[] fixtures) =>
        target.Bench(Made.Operation(member ?? Note) with { Errors = [Made.Listing] }, fixtures);

    /// <summary>Tests that the two special values are accepted by this target.</summary>
    public static Task<Finding> Test(ScriptedTarget target, Member? member = null, params (string, string)[] fixtures)
    {
        var test = Bench(target, member, fixtures);
        return Of(test, member).Run(test);
    }
}
