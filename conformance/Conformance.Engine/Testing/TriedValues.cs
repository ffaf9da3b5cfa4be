using Conformance.Generators;
using Conformance.Reports;

namespace Conformance.Engine.Testing;

/// <summary>Which values were really sent to test one requirement, and why others were not.</summary>
public sealed class TriedValues
{
    private readonly Lock _lock = new();
    private readonly List<Case> _sent = [];
    private readonly Dictionary<string, string> _leftOut = [];

    /// <summary>Where the values came from; null where none were drawn.</summary>
    public Draw? Draw { get; private set; }

    /// <summary>Why values that are not among <see cref="Sent"/> were not even meant to be; null where all were.</summary>
    public string? WhyNoOthers { get; private set; }

    /// <summary>The cases that were sent, each once, in order; smaller values on the way to the smallest are none.</summary>
    public ImmutableArray<Case> Sent
    {
        get
        {
            lock (_lock)
                return [.. _sent];
        }
    }

    /// <summary>Says where the values come from.</summary>
    public Draw From(Draw draw) => Draw = draw;

    /// <summary>Says that only some of the values are tried.</summary>
    public void NoteNoOthers(string why) => WhyNoOthers = why;

    /// <summary>Writes down a case that went out; one that never reached the target is none.</summary>
    public void NoteSent(Case @case, Exchange exchange)
    {
        if (exchange.Failure?.Kind is TransportFailureKind.Unreachable or TransportFailureKind.Tls)
            return;
        lock (_lock)
            _sent.Add(@case);
    }

    /// <summary>Writes down why a case could not be sent.</summary>
    public void NoteLeftOut(Case @case, string why)
    {
        lock (_lock)
            _leftOut[@case.Class] = why;
    }

    /// <summary>Why no value of this class could be sent; null where nothing is known.</summary>
    public string? WhyNot(string @class)
    {
        lock (_lock)
            return _leftOut.GetValueOrDefault(@class) ?? WhyNoOthers;
    }
}
