namespace Conformance.Reference.BedrockFlows;

/// <summary>What there is to be invoked: no operation of the documents makes a flow, so these are always there.</summary>
public static class Offer
{
    /// <summary>The flow whose output is the document that went in.</summary>
    public const string EchoFlow = "ECHOFLOW01";

    /// <summary>The alias that every flow has (D3:21).</summary>
    public const string TestAlias = "TSTALIASID";

    /// <summary>A second alias of every flow, which can be named by its ARN too.</summary>
    public const string Alias = "ALIAS00001";

    /// <summary>Name of every flow's input node.</summary>
    public const string InputNode = "FlowInputNode";

    /// <summary>Name of the input node's only output.</summary>
    public const string InputNodeOutput = "document";

    /// <summary>Name of every flow's output node.</summary>
    public const string OutputNode = "FlowOutputNode";

    /// <summary>For each error the two flows that end in it: with an HTTP error, and within the stream.</summary>
    public static ImmutableArray<FailingFlows> Failing { get; } =
    [
        new(FlowError.AccessDenied, "FAILACCESS", "MIDSACCESS"),
        new(FlowError.BadGateway, "FAILBADGAT", "MIDSBADGAT"),
        new(FlowError.Conflict, "FAILCONFLI", "MIDSCONFLI"),
        new(FlowError.DependencyFailed, "FAILDEPEND", "MIDSDEPEND"),
        new(FlowError.InternalServer, "FAILINTERN", "MIDSINTERN"),
        new(FlowError.ResourceNotFound, "FAILNOTFND", "MIDSNOTFND"),
        new(FlowError.ServiceQuotaExceeded, "FAILQUOTAS", "MIDSQUOTAS"),
        new(FlowError.Throttling, "FAILTHROTT", "MIDSTHROTT"),
        new(FlowError.Validation, "FAILVALIDA", "MIDSVALIDA"),
    ];

    /// <summary>All flows.</summary>
    public static ImmutableArray<Flow> Flows { get; } =
    [
        new(EchoFlow),
        .. Failing.Select(f => new Flow(f.BeforeStream) { FailsBeforeStream = f.Error }),
        .. Failing.Select(f => new Flow(f.WithinStream) { FailsWithinStream = f.Error }),
    ];
}

/// <summary>The two flows that end in an error.</summary>
/// <param name="Error">The error.</param>
/// <param name="BeforeStream">Identifier of the flow that returns it as an HTTP error.</param>
/// <param name="WithinStream">Identifier of the flow that sends its output first, and then the error as an event.</param>
public sealed record FailingFlows(FlowError Error, string BeforeStream, string WithinStream);
