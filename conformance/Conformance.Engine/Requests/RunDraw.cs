using Conformance.Generators;

namespace Conformance.Engine.Requests;

/// <summary>Values for members in which the run's prefix has no place.</summary>
internal static class RunDraw
{
    /// <summary>
    /// A draw that differs from run to run, and whose values never begin with the prefix: the digest of requests leaves all of
    /// them out in the same way, as values that it is told of.
    /// </summary>
    public static Draw OfTheRun(this Draw draw) => draw.For(draw.Prefix) with { Prefix = "" };
}
