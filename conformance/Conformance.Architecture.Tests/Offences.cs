namespace Conformance.Architecture.Tests;

internal static class Offences
{
    /// <summary>Fails with all of them, one on a line: xunit's own message would cut them short.</summary>
    public static void None(IEnumerable<string> offences)
    {
        var all = offences.ToList();
        if (all.Count > 0)
            Assert.Fail($"{all.Count} found:\n{string.Join('\n', all)}");
    }
}
