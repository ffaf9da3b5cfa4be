using Conformance.Engine.Behaviours.Resources;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Testing;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Behaviours;

/// <summary>Every character of a name counts.</summary>
internal static class WholeNames
{
    public static readonly Scenario Count = new("uniqueness/whole-name-counts", CountWhole) { Lacks = Lacking.Name };

    /// <summary>Names that differ in one character alone name two resources: the last of many, or one of punctuation.</summary>
    public static async Task<Finding> CountWhole(TestSession test)
    {
        var resource = Resource.Of(test);
        LegalValues.DemandPrefix(test, resource.Name!);
        var judged = 0;
        foreach (var (says, name, other) in NearNames(test, resource.Name!).ToList())
        {
            test.BeginCase();
            await test.Arrange(resource.Named(test, resource.Fresh(test), name), "a resource of a fresh name");
            var request = resource.Named(test, resource.Fresh(test), other);
            var second = await test.SendValid(request, $"one whose name differs in {says}");
            if (second.MayConflictWithItself())
                return Finding.Errored(second.ConflictWithItself(), judged);
            if (second.SaysNothing())
                return Finding.Errored($"the second request got {second.InWords()}", judged);
            judged++;
            if (!second.IsAccepted())
                return test.Fails($"a name that differs in {says}", "a second resource", second.InWords(), judged);
        }
        return judged > 0
            ? Finding.Passed(judged)
            : Finding.Skipped(SkipReason.NotApplicable, $"no two legal values of {resource.Name!.Path} are that near");
    }

    private static IEnumerable<(string Says, string Name, string Other)> NearNames(TestSession test, Member name)
    {
        if (
            LegalValues.Longest(test, name, LegalValues.Fresh(test, name)) is { } longest
            && LegalValues.WithAnotherEnd(test, name, longest) is { } end
        )
            yield return ("the last of its characters", longest, end);
        var marks = LegalValues.WithEachPunctuation(test, name, LegalValues.Fresh(test, name)).ToList();
        if (marks.Count > 1)
            yield return ("its punctuation", marks[0], marks[1]);
        var usual = LegalValues.Fresh(test, name);
        if (LegalValues.WithPunctuation(test, name, usual) is { } marked)
            yield return ("a character of punctuation", usual, marked);
    }
}
