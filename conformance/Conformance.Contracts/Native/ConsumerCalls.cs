using System.Runtime.InteropServices;

namespace Conformance.Contracts.Native;

/// <summary>The part of an interaction that a call is about.</summary>
internal enum Part
{
    Request = 0,
    Response = 1,
}

/// <summary>
/// What <c>pact_ffi</c> 0.5 offers a consumer. A pact is a handle of 16 bits, an interaction one of 32. Texts that come
/// back belong to the mock server and go with it.
/// </summary>
internal static partial class ConsumerCalls
{
    [LibraryImport(PactLibrary.ImportName, EntryPoint = "pactffi_new_pact", StringMarshalling = StringMarshalling.Utf8)]
    public static partial ushort NewPact(string consumer, string provider);

    /// <param name="pact">The pact.</param>
    /// <param name="specification">5 is version 4.</param>
    [LibraryImport(PactLibrary.ImportName, EntryPoint = "pactffi_with_specification")]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool WithSpecification(ushort pact, int specification);

    [LibraryImport(
        PactLibrary.ImportName,
        EntryPoint = "pactffi_new_interaction",
        StringMarshalling = StringMarshalling.Utf8
    )]
    public static partial uint NewInteraction(ushort pact, string description);

    [LibraryImport(PactLibrary.ImportName, EntryPoint = "pactffi_given", StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool Given(uint interaction, string state);

    /// <returns>0 where it was taken.</returns>
    [LibraryImport(
        PactLibrary.ImportName,
        EntryPoint = "pactffi_given_with_params",
        StringMarshalling = StringMarshalling.Utf8
    )]
    public static partial int GivenWithParams(uint interaction, string state, string json);

    [LibraryImport(
        PactLibrary.ImportName,
        EntryPoint = "pactffi_with_request",
        StringMarshalling = StringMarshalling.Utf8
    )]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool WithRequest(uint interaction, string method, string pathOrMatcher);

    [LibraryImport(
        PactLibrary.ImportName,
        EntryPoint = "pactffi_with_header_v2",
        StringMarshalling = StringMarshalling.Utf8
    )]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool WithHeader(uint interaction, Part part, string name, nuint index, string valueOrMatcher);

    [LibraryImport(
        PactLibrary.ImportName,
        EntryPoint = "pactffi_with_body",
        StringMarshalling = StringMarshalling.Utf8
    )]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool WithBody(uint interaction, Part part, string contentType, string bodyOrMatcher);

    /// <param name="interaction">The interaction.</param>
    /// <param name="status">A number, or a rule as JSON.</param>
    [LibraryImport(
        PactLibrary.ImportName,
        EntryPoint = "pactffi_response_status_v2",
        StringMarshalling = StringMarshalling.Utf8
    )]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool ResponseStatus(uint interaction, string status);
}
