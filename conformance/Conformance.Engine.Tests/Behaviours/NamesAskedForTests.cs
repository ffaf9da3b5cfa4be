using Conformance.Engine.Behaviours;
using Conformance.Generators;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Behaviours;

/// <summary>What a response names is what was asked for, character by character.</summary>
public sealed class NamesAskedForTests
{
    [Fact]
    public async Task ATitleThatIsShownWithOtherPunctuationFails()
    {
        var target = new ScriptedLibrary
        {
            Finish = (r, right) =>
                r.Method == "GET" && JsonValue.Parse(right.Body).At("title") is JsonText title
                    ? right with
                    {
                        Body = right.Body.Replace(title.Value, title.Value.Replace('_', '-'), StringComparison.Ordinal),
                    }
                    : right,
        };
        Assert.Equal(Outcome.Failed, (await target.Run("PutShelf", NamesAskedFor.NameWhatWasAskedFor)).Outcome);
    }
}
